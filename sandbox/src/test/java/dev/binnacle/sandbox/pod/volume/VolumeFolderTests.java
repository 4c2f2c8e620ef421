package dev.binnacle.sandbox.pod.volume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeFolderTests {

    @TempDir
    private Path folder;

    @Test
    void filesChangeAllAtOnceBehindALink() throws IOException {
        VolumeFolder volume = new VolumeFolder(folder.resolve("tls"));
        volume.show(Map.of("tls.crt", bytes("1"), "tls.key", bytes("1"), "deep/er", bytes("1")));
        Path first = volume.path().resolve("..data").toRealPath();
        volume.show(Map.of("tls.crt", bytes("2"), "tls.key", bytes("2")));

        assertThat(volume.path().resolve("tls.crt")).isSymbolicLink().hasContent("2");
        assertThat(volume.path().resolve("tls.key")).hasContent("2");
        assertThat(first).doesNotExist();
        try (Stream<Path> files = Files.list(volume.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(4)
                    .contains("..data", "tls.crt", "tls.key");
        }
    }

    @Test
    void whatHasNotChangedStaysWhereItIs() throws IOException {
        VolumeFolder volume = new VolumeFolder(folder.resolve("tls"));
        volume.show(Map.of("a", bytes("1")));
        Path first = volume.path().resolve("..data").toRealPath();
        volume.show(Map.of("a", bytes("1")));

        assertThat(volume.path().resolve("..data").toRealPath()).isEqualTo(first);
    }

    @Test
    void noPathLeavesTheVolume() {
        VolumeFolder volume = new VolumeFolder(folder.resolve("tls"));

        assertThatThrownBy(() -> volume.show(Map.of("../../out", bytes("1"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leaves its volume");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

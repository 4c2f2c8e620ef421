package dev.binnacle.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.part.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRefusalTests {
    @TempDir
    private Path folder;

    @Test
    void aMissingGoIsSaidByName() {
        assertThatThrownBy(() -> Go.find("Kubernetes", List.of(folder.resolve("go"))))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("Go is missing")
                .hasMessageContaining("install Go 1.21 or newer");
    }

    @Test
    void aGoThatIsTooOldIsSaidWithItsVersion() throws IOException {
        assertThatThrownBy(() -> Go.find("Kubernetes", List.of(go("go version go1.18.1 linux/amd64"))))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("Go 1.18, too old");
    }

    @Test
    void aGoThatFetchesItsReleaseItselfIsTaken() throws Exception {
        assertThat(Go.find("Kubernetes", List.of(go("go version go1.21.0 linux/amd64")))
                        .version())
                .isEqualTo("1.21");
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaidWithItsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        var cache = new BuildCache(file.resolve("binnacle"));

        assertThatThrownBy(cache::prepare)
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private Path go(String answer) throws IOException {
        Path go = Files.writeString(folder.resolve("go"), "#!/bin/sh\necho '" + answer + "'\n");
        Files.setPosixFilePermissions(go, PosixFilePermissions.fromString("rwx------"));
        return go;
    }
}

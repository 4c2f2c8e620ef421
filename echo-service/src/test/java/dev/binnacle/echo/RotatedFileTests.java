package dev.binnacle.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatedFileTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    private Path folder;

    private Instant time = NOW;

    @Test
    void losesAndSplitsNoLineOverManyRotations() throws IOException {
        RotatedFile file = file(1_000, Clock.systemUTC());
        List<String> lines = IntStream.range(0, 5_000)
                .mapToObj(i -> "line " + "x".repeat(i % 300) + i)
                .toList();
        for (String line : lines) {
            file.append(bytes(line));
        }
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(500);
        List<String> read = new ArrayList<>();
        for (Path one : files) {
            assertThat(Files.size(one)).isLessThanOrEqualTo(1_000);
            assertThat(Files.readString(one)).endsWith("\n");
            read.addAll(Files.readAllLines(one));
        }
        assertThat(read).containsExactlyElementsOf(lines);
    }

    @Test
    void namesRotatedFilesByTimeAndKeepsTheNewest() throws IOException {
        RotatedFile file = file(2, settable());
        for (int i = 0; i < 4; i++) {
            file.append(bytes("x".repeat(990) + i));
        }
        assertThat(files().stream().map(path -> path.getFileName().toString()))
                .containsExactly("echo-20260304T050607090Z.log", "echo-20260304T050607091Z.log", "echo.log");
        time = NOW.minusSeconds(3600);
        file.append(bytes("x".repeat(990) + 4));
        assertThat(files().stream().map(path -> path.getFileName().toString()))
                .containsExactly("echo-20260304T050607091Z.log", "echo-20260304T050607092Z.log", "echo.log");
        assertThat(Files.readString(files().get(1))).endsWith("3\n");
    }

    @Test
    void goesOnWhereAFormerProcessStopped() throws IOException {
        Files.writeString(folder.resolve("echo.log"), "whole\ntorn");
        file(3, settable()).append(bytes("next"));
        assertThat(folder.resolve("echo.log")).content().isEqualTo("whole\ntorn\nnext\n");
    }

    @Test
    void writesALineLargerThanTheFileWhole() throws IOException {
        RotatedFile file = file(3, settable());
        file.append(bytes("y".repeat(3_000)));
        file.append(bytes("next"));
        assertThat(Files.readAllLines(files().getFirst())).containsExactly("y".repeat(3_000));
        assertThat(folder.resolve("echo.log")).content().isEqualTo("next\n");
    }

    private RotatedFile file(int maxFiles, Clock clock) {
        return new RotatedFile(new LogFile(folder.resolve("echo.log"), 1_000, maxFiles), clock);
    }

    private Clock settable() {
        InstantSource source = () -> time;
        return source.withZone(ZoneOffset.UTC);
    }

    /** Oldest first, the current one last. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(UTF_8);
    }
}

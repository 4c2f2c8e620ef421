package dev.binnacle.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileLinesTests {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private Instant time = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void fallsBackToStandardOutputWithOneComplaintWhereTheDiskIsFull() throws IOException {
        FileLines lines = lines(Path.of("/dev/full"));
        lines.write(bytes("1"));
        lines.write(bytes("2"));
        time = time.plus(FileLines.RETRY);
        lines.write(bytes("3"));
        assertThat(output.toString(UTF_8)).isEqualTo("1\n2\n3\n");
        assertThat(complaints.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("No space left");
    }

    @Test
    void fallsBackWhereTheFolderCannotBeWrittenAndReturnsToTheFile() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("logs"), "a file");
        FileLines lines = lines(inTheWay.resolve("echo.log"));
        lines.write(bytes("1"));
        Files.delete(inTheWay);
        lines.write(bytes("2"));
        time = time.plus(FileLines.RETRY).minus(Duration.ofMillis(1));
        lines.write(bytes("3"));
        time = time.plusMillis(1);
        lines.write(bytes("4"));
        lines.write(bytes("5"));
        assertThat(output.toString(UTF_8)).isEqualTo("1\n2\n3\n");
        assertThat(inTheWay.resolve("echo.log")).content().isEqualTo("4\n5\n");
        assertThat(complaints.toString(UTF_8).lines()).hasSize(2).last().isEqualTo("The log file is written again");
    }

    private FileLines lines(Path path) {
        InstantSource source = () -> time;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new FileLines(
                new RotatedFile(new LogFile(path, 1_000, 3), clock),
                LineOutput.to(output),
                new PrintStream(complaints, true, UTF_8),
                clock);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(UTF_8);
    }
}

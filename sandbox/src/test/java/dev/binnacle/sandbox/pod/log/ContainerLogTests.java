package dev.binnacle.sandbox.pod.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLogTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void linesAreInTheFormatOfTheContainerRuntime() throws Exception {
        Path file = write("hello\nthere", 1000);

        assertThat(Files.readAllLines(file)).containsExactly(NOW + " stdout F hello", NOW + " stdout F there");
    }

    @Test
    void aLineThatIsTooLongIsCutAndReadAsOne() throws Exception {
        String line = "x".repeat(40_000);
        Path file = write(line + "\nshort\n", 1_000_000);

        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(read(file, LogQuery.ALL)).isEqualTo(line + "\nshort\n");
    }

    @Test
    void aLineAsLongAsAPieceIsNotFollowedByAnEmptyOne() throws Exception {
        String line = "x".repeat(16 * 1024);

        assertThat(read(write(line + "\nnext\n", 1_000_000), LogQuery.ALL)).isEqualTo(line + "\nnext\n");
    }

    @Test
    void aLogIsBoundedAndReadOverItsRotation() throws Exception {
        String lines = IntStream.range(0, 100)
                .mapToObj(number -> "line " + number + "\n")
                .collect(Collectors.joining());
        Path file = write(lines, 1000);

        assertThat(Files.size(file)).isLessThanOrEqualTo(1000);
        assertThat(read(file, LogQuery.ALL)).endsWith("line 98\nline 99\n").doesNotContain("line 1\n");
    }

    @Test
    void aReaderGetsTheTailAndNoMoreBytesThanItAsksFor() throws Exception {
        Path file = write("one\ntwo\nthree\n", 1000);

        assertThat(read(file, query(2, -1))).isEqualTo("two\nthree\n");
        assertThat(read(file, query(0, -1))).isEmpty();
        assertThat(read(file, query(-1, 5))).isEqualTo("one\nt");
    }

    @Test
    void aReaderGetsWhatIsYoungEnough() throws Exception {
        Path file = write("one\n", 1000);

        assertThat(read(file, since(NOW))).isEqualTo("one\n");
        assertThat(read(file, since(NOW.plusNanos(1)))).isEmpty();
    }

    private static LogQuery query(int tail, long bytes) {
        return new LogQuery(false, false, tail, bytes, Optional.empty(), Optional.empty());
    }

    private static LogQuery since(Instant start) {
        return new LogQuery(false, false, -1, -1, Optional.of(start), Optional.empty());
    }

    private Path write(String text, long rotationBytes) throws InterruptedException {
        ContainerLog log = new ContainerLog(folder.resolve("0.log"), clock, rotationBytes);
        log.follow(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LogStream.STDOUT);
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (!log.ended() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(log.ended()).isTrue();
        return log.file();
    }

    private static String read(Path file, LogQuery query) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new LogReader(file, query).copyTo(output, () -> true);
        return output.toString(StandardCharsets.UTF_8);
    }
}

package dev.binnacle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingTests {
    private static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");
    private final List<String> kept = new ArrayList<>();
    private final ByteArrayOutputStream reports = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void namesAFileByItsTimeItsHostAndItsContent() throws IOException {
        Path file = file("echo-20260304T050607089Z.log", NOW.minusSeconds(60));
        assertThat(archiving((key, packed) -> kept.add(key.text())).pass()).isTrue();
        assertThat(kept)
                .singleElement()
                .asString()
                .matches("logs/2026/03/04/050607089-pod_1-echo-[0-9a-f]{16}\\.log\\.gz");
        assertThat(file).doesNotExist();
        file("echo-20260304T050607089Z.log", NOW.minusSeconds(3600));
        archiving((key, packed) -> kept.add(key.text())).pass();
        assertThat(kept).hasSize(2).containsOnly(kept.getFirst());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatIsStillWritten() throws IOException {
        Path current = file("echo.log", NOW.minusSeconds(3600));
        Path fresh = file("echo-20260304T055900000Z.log", NOW.minusSeconds(59));
        Path other = file("other-20260304.log", NOW.minusSeconds(3600));
        assertThat(archiving((key, packed) -> kept.add(key.text())).pass()).isTrue();
        assertThat(kept).isEmpty();
        assertThat(List.of(current, fresh, other)).allMatch(Files::exists);
    }

    @Test
    void doesNotRemoveAFileThatWasWrittenMeanwhile() throws IOException {
        Path file = file("echo-20260304T050607089Z.log", NOW.minusSeconds(60));
        Storage storage = (key, packed) -> append(file);
        archiving(storage).pass();
        assertThat(file).content().isEqualTo("a line\nlate\n");
        assertThat(reports.toString(UTF_8)).contains("was written after it was archived, so it stays");
    }

    @Test
    void aFileThatIsRefusedStaysAndHoldsUpNoOther() throws IOException {
        Path refused = file("echo-20260304T050607089Z.log", NOW.minusSeconds(60));
        Path taken = file("echo-20260304T050608089Z.log", NOW.minusSeconds(60));
        Storage storage = (key, packed) -> {
            if (key.text().contains("050607089")) {
                throw new StorageFailure("refused");
            }
        };
        assertThat(archiving(storage).pass()).isFalse();
        assertThat(refused).exists();
        assertThat(taken).doesNotExist();
    }

    @Test
    void waitsLongerAfterEachFailure() {
        BackOff backOff = new BackOff(Duration.ofSeconds(30));
        assertThat(List.of(backOff.after(false), backOff.after(false), backOff.after(false)))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        for (int i = 0; i < 10; i++) {
            assertThat(backOff.after(false)).isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
        assertThat(backOff.after(true)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backOff.after(false)).isEqualTo(Duration.ofSeconds(1));
    }

    private Archiving archiving(Storage storage) {
        Settings settings = Settings.from(Map.of(
                "ARCHIVE_FOLDER", folder.toString(),
                "ARCHIVE_BUCKET", "bucket",
                "ARCHIVE_PREFIX", "/logs/",
                "POD_NAME", "pod/1"));
        RotatedLogs logs = new RotatedLogs(folder, settings.settle(), Clock.fixed(NOW, ZoneOffset.UTC));
        return new Archiving(settings, logs, storage, new PrintStream(reports, true, UTF_8));
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "a line\n");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private static void append(Path file) throws StorageFailure {
        try {
            Files.writeString(file, "late\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StorageFailure("not written", e);
        }
    }
}

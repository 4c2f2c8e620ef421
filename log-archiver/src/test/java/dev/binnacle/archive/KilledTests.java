package dev.binnacle.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it runs beside the echo service, killed while it archives. */
@Timeout(900)
class KilledTests {
    private static final int KILLS = 20;
    private static final int FILES_AT_ONCE = 6;
    private final Random random = new Random();
    private final List<String> written = new ArrayList<>();
    private int files;
    private Instant rotated = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    private Path folder;

    @Test
    void everyLineIsThereExactlyOnceAfterTwentyKills() throws Exception {
        try (S3Mock storage = S3Mock.start()) {
            int inTheMiddle = 0;
            int uploadedAndStillHere = 0;
            for (int i = 0; i < KILLS; i++) {
                for (int missing = FILES_AT_ONCE - remaining(); missing > 0; missing--) {
                    rotated = Logs.write(folder, rotated, random, written);
                    files++;
                }
                Process archiver = start(storage);
                try (BufferedReader reports = archiver.errorReader()) {
                    // Every second time only after a first file, when the connection is there and the rest goes fast.
                    awaitReport(reports, i % 2 == 0 ? "Archived " : "Archiving ");
                    Thread.sleep(random.nextInt(i % 2 == 0 ? 100 : 800));
                } finally {
                    archiver.destroyForcibly().waitFor();
                }
                inTheMiddle += remaining() > 0 ? 1 : 0;
                uploadedAndStillHere += remaining() + storage.keys().size() > files ? 1 : 0;
            }
            assertThat(inTheMiddle).isGreaterThan(KILLS / 2);
            finish(storage);
            assertThat(storage.lines()).containsExactlyElementsOf(written);
            System.out.printf(
                    "log archiver: %d kills, %d with files left, %d between upload and removal, %d objects, %d lines%n",
                    KILLS, inTheMiddle, uploadedAndStillHere, storage.keys().size(), written.size());
            assertThat(storage.keys()).hasSize(files);
        }
    }

    @Test
    void whatIsRotatedBySigtermIsArchivedAtOnce() throws Exception {
        try (S3Mock storage = S3Mock.start()) {
            Process archiver = start(storage, Duration.ofHours(1));
            try (BufferedReader reports = archiver.errorReader()) {
                awaitReport(reports, "The log archiver watches");
                Logs.write(folder, Instant.now().truncatedTo(ChronoUnit.SECONDS).plusMillis(1), random, written);
                archiver.toHandle().destroy();
                assertThat(archiver.waitFor(120, TimeUnit.SECONDS)).isTrue();
            } finally {
                archiver.destroyForcibly();
            }
            assertThat(remaining()).isZero();
            assertThat(storage.lines()).containsExactlyElementsOf(written);
        }
    }

    private void finish(S3Mock storage) throws IOException, InterruptedException {
        Process archiver = start(storage);
        try {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (remaining() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            archiver.toHandle().destroy();
            assertThat(archiver.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(remaining()).isZero();
        } finally {
            archiver.destroyForcibly();
        }
    }

    private static void awaitReport(BufferedReader reports, String start) throws IOException {
        String line = reports.readLine();
        while (line != null && !line.startsWith(start)) {
            line = reports.readLine();
        }
        assertThat(line).isNotNull();
    }

    private int remaining() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Math.toIntExact(
                    files.filter(file -> file.toString().endsWith("Z.log")).count());
        }
    }

    private Process start(S3Mock storage) throws IOException {
        return start(storage, Duration.ZERO);
    }

    private Process start(S3Mock storage, Duration settle) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                S3Mock.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-jar", jar().toString());
        builder.environment().put("ARCHIVE_FOLDER", folder.toString());
        builder.environment().put("ARCHIVE_ENDPOINT", storage.endpoint().toString());
        builder.environment().put("ARCHIVE_BUCKET", S3Mock.BUCKET);
        builder.environment().put("ARCHIVE_SETTLE_SECONDS", Long.toString(settle.toSeconds()));
        builder.environment().put("POD_NAME", "echo-1");
        builder.environment().put("AWS_ACCESS_KEY_ID", S3Mock.USER);
        builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Mock.PASSWORD);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("log-archiver-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

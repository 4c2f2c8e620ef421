package dev.binnacle.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a pod runs it. The bound is twice the goal of 128 MB; how fast it starts is printed. */
@Timeout(60)
class RunnableJarTests {
    @Test
    void servesInLittleMemoryAndEndsOnSigterm(@TempDir Path folder) throws Exception {
        Certificates.valid(1).mount(folder);
        long start = System.nanoTime();
        Process process = start(folder);
        try (BufferedReader errors = process.errorReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String banner = errors.readLine();
            Duration startTime = Duration.ofNanos(System.nanoTime() - start);
            assertThat(banner).startsWith("Admission webhook 7.7 answers on port ");
            String base = "http://127.0.0.1:" + banner.substring(banner.lastIndexOf(' ') + 1);
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(base + "/readyz")).build();
            for (int i = 0; i < 200; i++) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
            long residentMegabytes = residentMegabytes(process);
            System.out.printf(
                    "admission webhook: ready in %d ms, %d MB resident%n", startTime.toMillis(), residentMegabytes);
            assertThat(residentMegabytes).isBetween(1L, 256L);
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path certificates) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "-jar",
                jar().toString());
        builder.environment().put("PORT", "0");
        builder.environment().put("MANAGEMENT_PORT", "0");
        builder.environment().put("TLS_DIRECTORY", certificates.toString());
        builder.environment().put("WEBHOOK_VERSION", "7.7");
        builder.environment().put("DRAIN_SECONDS", "0");
        return builder.start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("admission-webhook-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long residentMegabytes(Process process) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
        String line = status.stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
    }
}

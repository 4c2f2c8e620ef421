package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar under a limit on the size of files, at which the system refuses in the middle of a line, as a full disk does. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class FullDiskTests {
    private static final int REQUESTS = 200;

    @TempDir
    private Path folder;

    @Test
    void answersGoOnAndEveryLineIsWrittenOnceWhole() throws Exception {
        Process process = start();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader errors = process.errorReader();
                BufferedReader output = process.inputReader()) {
            CompletableFuture<List<String>> printed =
                    CompletableFuture.supplyAsync(() -> output.lines().toList());
            String banner = errors.readLine();
            URI start = URI.create("http://127.0.0.1:" + banner.substring(banner.lastIndexOf(' ') + 1));
            for (int i = 0; i < REQUESTS; i++) {
                HttpRequest request =
                        HttpRequest.newBuilder(start.resolve("/api?n=" + i)).build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(errors.lines())
                    .singleElement()
                    .asString()
                    .startsWith("The log file cannot be written, lines go to standard output");
            List<String> kept;
            try (Stream<Path> files = Files.list(folder)) {
                Path finished = files.findFirst().orElseThrow();
                assertThat(finished.getFileName().toString()).matches("echo-\\d{8}T\\d{9}Z\\.log");
                kept = Files.readAllLines(finished);
            }
            assertThat(kept).isNotEmpty();
            assertThat(Stream.concat(kept.stream(), printed.join().stream())
                            .map(line -> line.replaceAll(".*\"n\":", "")))
                    .containsExactlyElementsOf(IntStream.range(0, REQUESTS)
                            .mapToObj(i -> "\"" + i + "\"}}")
                            .toList());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -f 8; exec \"$0\" -XX:-UsePerfData -XX:+UseSerialGC -Xmx48m -jar \"$1\"",
                java,
                RunnableJarTests.jar().toString());
        builder.environment().put("PORT", "0");
        builder.environment().put("ECHO_DRAIN_SECONDS", "0");
        builder.environment().put("ECHO_LOG_FILE", folder.resolve("echo.log").toString());
        return builder.start();
    }
}

package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged portal as a child process. */
final class Portal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Child child;
    private final int port;

    private Portal(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    static Portal start(int port, Path log, Map<String, String> environment) throws IOException {
        Path jar = jar();
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m"));
        Path cache = jar.resolveSibling("portal.aot");
        if (Files.exists(cache)) {
            line.add("-XX:AOTCache=" + cache);
        }
        line.addAll(List.of("-jar", jar.toString()));
        return new Portal(Child.start(Command.of("portal", line).with(environment), log), port);
    }

    /** Refuses when something listens there already. */
    static void checkPort(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            return;
        } catch (IOException e) {
            throw new Refusal("Port " + port + " is in use: stop what listens there, or choose another, as in"
                    + " BINNACLE_PORT=8090 make run.");
        }
    }

    Child child() {
        return child;
    }

    /** Waits for the first answer, whatever it says; gives up after ten minutes or when the process ends. */
    void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!child.alive()) {
                    throw new Refusal("The portal ended: " + String.join(" | ", child.lastLines()));
                }
                if (System.nanoTime() > deadline) {
                    throw new Refusal("The portal does not answer after " + PATIENCE.toMinutes() + " minutes: "
                            + String.join(" | ", child.lastLines()));
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    @Override
    public void close() {
        child.stop();
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path jar() throws IOException {
        Path folder = Path.of("portal", "target");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                var jar = files.filter(file -> file.getFileName().toString().matches("portal-.*\\.jar"))
                        .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc|plain)\\.jar"))
                        .max(Comparator.naturalOrder());
                if (jar.isPresent()) {
                    return jar.get().toAbsolutePath();
                }
            }
        }
        throw new Refusal("The portal is not packaged: call make run, which does that first, in the project's folder.");
    }
}

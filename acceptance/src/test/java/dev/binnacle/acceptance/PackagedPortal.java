package dev.binnacle.acceptance;

import dev.binnacle.sandbox.Kubernetes;
import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.part.FreePorts;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The portal as it is delivered: its jar in a process of its own, with a database of its own, told of the sandbox. */
final class PackagedPortal {
    static final String ENVIRONMENT = "sandbox";

    /** The most lines of a file; there are always more. */
    static final int EXPORT_LINES = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Child child;
    private final URI address;
    private final Account administrator;

    private PackagedPortal(Child child, URI address, Account administrator) {
        this.child = child;
        this.address = address;
        this.administrator = administrator;
    }

    /** Starts it and returns when it answers, whatever it says; gives up after four minutes. It ends with this process. */
    static PackagedPortal start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = FreePorts.next();
        String password = UUID.randomUUID().toString();
        var line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xmx768m",
                "-jar",
                unpacked(folder).toString());
        Command command = Command.of("portal", line).with(variables(folder, port, password));
        var portal = new PackagedPortal(
                Child.start(command, folder.resolve("portal.log")),
                URI.create("http://127.0.0.1:" + port),
                new Account("admin", password));
        portal.awaitAnswer();
        return portal;
    }

    URI address() {
        return address;
    }

    Account administrator() {
        return administrator;
    }

    private static Map<String, String> variables(Path folder, int port, String password) throws IOException {
        var database = Sandbox.shared().postgresql().freshDatabase();
        var variables = new HashMap<String, String>();
        variables.put("DATABASE_URL", database.url());
        variables.put("DATABASE_USER", database.user());
        variables.put("DATABASE_PASSWORD", database.password());
        variables.put("BINNACLE_PORT", Integer.toString(port));
        variables.put("BINNACLE_MANAGEMENT_PORT", Integer.toString(FreePorts.next()));
        variables.put("BINNACLE_ADMIN_PASSWORD", password);
        variables.put(
                "BINNACLE_KEYSET_FILE",
                folder.resolve("keyset-" + port + ".json").toString());
        variables.put("BINNACLE_BOOTSTRAP_FILE", bootstrap(folder).toString());
        variables.put("BINNACLE_LOGS_EXPORT_LINES", Integer.toString(EXPORT_LINES));
        variables.put("KUBECONFIG", "");
        return variables;
    }

    private static Path bootstrap(Path folder) throws IOException {
        Sandbox sandbox = Sandbox.shared();
        Kubernetes kubernetes = sandbox.seeded();
        var content = Map.of(
                "name",
                ENVIRONMENT,
                "tier",
                "DEVELOPMENT",
                "sandbox",
                true,
                "kubeconfig",
                kubernetes.kubeconfig(),
                "prometheusUrl",
                sandbox.prometheus().url().toString(),
                "alertmanagerUrls",
                List.of(sandbox.alertmanager().url().toString()),
                "elasticsearchUrl",
                sandbox.elasticsearch().url().toString(),
                "elasticsearchIndex",
                "fluent-bit",
                "archiveUrl",
                sandbox.archive().folder().toString());
        return Files.writeString(folder.resolve("bootstrap.json"), Serialization.asJson(content));
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!child.alive() || System.nanoTime() > deadline) {
                    child.stop();
                    throw new IllegalStateException("The portal does not answer: " + child.lastLines());
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/sign-in"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As the image runs it: see portal/Dockerfile. */
    private static Path unpacked(Path folder) throws IOException, InterruptedException {
        Path destination = folder.resolve("unpacked");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--force",
                        "--destination",
                        destination.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("The portal's jar cannot be unpacked: " + code);
        }
        return destination.resolve(jar().getFileName());
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "portal", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("portal-[0-9].*\\.jar"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("The portal is not packaged: call mvn package first."))
                    .toAbsolutePath()
                    .normalize();
        }
    }
}

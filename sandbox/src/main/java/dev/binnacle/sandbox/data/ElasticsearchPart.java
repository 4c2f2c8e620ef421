package dev.binnacle.sandbox.data;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Elasticsearch node in a process and on a class path of its own; its data stays in the run folder. */
public final class ElasticsearchPart implements Part {
    private static final String MAIN_CLASS = "dev.binnacle.sandbox.elasticsearch.ElasticsearchServer";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private @Nullable Child server;

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        close();
        int port = context.port("elasticsearch");
        Child started = context.run(Command.of("elasticsearch", line(context.directory("elasticsearch"), port)));
        server = started;
        URI url = URI.create("http://127.0.0.1:" + port);
        awaitHealth(url, started);
        context.addresses().publish(Addresses.ELASTICSEARCH, url.toString());
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private static List<String> line(Path data, int port) {
        Path jars = RepositoryFolder.find(Path.of("sandbox", "elasticsearch", "target", "lib"))
                .orElseThrow(() -> new PartFailure("Elasticsearch's jars are missing; run mvn package once."));
        String classPath = jars.resolveSibling("classes") + File.pathSeparator + jars.resolve("*");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                MAIN_CLASS,
                data.toString(),
                Integer.toString(port));
    }

    private static void awaitHealth(URI url, Child process) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(url.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, health)) {
                if (!process.alive()) {
                    throw new PartFailure("Elasticsearch ended: " + String.join(" | ", process.lastLines()));
                }
                if (System.nanoTime() > end) {
                    throw new PartFailure("Elasticsearch did not answer within " + START_LIMIT.toSeconds() + " s.");
                }
                Thread.sleep(POLL);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}

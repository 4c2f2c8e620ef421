package dev.binnacle.portal.log.search;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Tier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A log index of its own in an Elasticsearch, filled by a test. */
public final class TestIndex {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final AddressRules ADDRESSES =
            new AnnotationConfigApplicationContext(AddressRules.class).getBean(AddressRules.class);

    private final URI elasticsearch;
    private final String name;
    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder bulk = new StringBuilder();

    private TestIndex(URI elasticsearch, String name) {
        this.elasticsearch = elasticsearch;
        this.name = name;
    }

    /** @return an index without a mapping of its own: text with a keyword beside it, as Elasticsearch guesses */
    public static TestIndex guessed(URI elasticsearch) {
        return new TestIndex(elasticsearch, "logs-of-" + UUID.randomUUID());
    }

    /** @return an index whose names are keywords themselves */
    public static TestIndex mapped(URI elasticsearch) {
        TestIndex index = guessed(elasticsearch);
        index.send("PUT", "/" + index.name, """
                {"mappings": {"properties": {
                  "@timestamp": {"type": "date_nanos"}, "log": {"type": "text"}, "level": {"type": "keyword"},
                  "status": {"type": "long"}, "stream": {"type": "keyword"},
                  "kubernetes": {"properties": {"namespace_name": {"type": "keyword"},
                    "pod_name": {"type": "keyword"}, "container_name": {"type": "keyword"}}}}}}
                """);
        return index;
    }

    public String name() {
        return name;
    }

    public TestIndex line(Instant at, String namespace, String pod, String text) {
        return line(at, namespace, pod, text, Map.of());
    }

    /** Takes effect with {@link #written()}. */
    public TestIndex line(Instant at, String namespace, String pod, String text, Map<String, ?> more) {
        Map<String, Object> source = new java.util.LinkedHashMap<>();
        source.put("@timestamp", at.toString());
        source.put("log", text);
        source.put("stream", "stdout");
        source.put("kubernetes", Map.of("namespace_name", namespace, "pod_name", pod, "container_name", "application"));
        source.putAll(more);
        bulk.append("{\"index\":{}}\n").append(JSON.writeValueAsString(source)).append('\n');
        return this;
    }

    public TestIndex written() {
        send("POST", "/" + name + "/_bulk?refresh=true", bulk.toString());
        bulk.setLength(0);
        return this;
    }

    /** Sends what was added; it can be searched when Elasticsearch next looks. */
    public void sent() {
        send("POST", "/" + name + "/_bulk", bulk.toString());
        bulk.setLength(0);
    }

    /** @return what Elasticsearch answers */
    public String send(String method, String path, String body) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(elasticsearch.resolve(path))
                            .header(
                                    "Content-Type",
                                    path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300 || response.body().contains("\"errors\":true")) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @return an environment whose lines are in this index */
    public Environment environment(String... namespaces) {
        return environmentOf("europe", name, namespaces);
    }

    /** @return an environment whose lines are in the index */
    public static Environment environmentOf(String name, String index, String... namespaces) {
        return new Environment(
                new EnvironmentId(
                        UUID.nameUUIDFromBytes((name + index).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                name,
                Tier.TEST,
                "",
                "",
                new TreeSet<>(List.of(namespaces)),
                URI.create("https://cluster.invalid"),
                null,
                List.of(),
                null,
                index,
                null,
                List.of(),
                false,
                1);
    }

    /** @return what surveys there, with the usual bounds */
    public static LogSurvey surveyAt(URI elasticsearch) {
        return new LogSurvey(questions(elasticsearch, Bounds.USUAL));
    }

    public LogStore store() {
        return store(elasticsearch, Bounds.USUAL);
    }

    /** @return a store that searches there, with the usual bounds */
    public static LogStore storeAt(URI elasticsearch) {
        return store(elasticsearch, Bounds.USUAL);
    }

    public static PipelineReading pipelineAt(URI elasticsearch) {
        return new PipelineReading(questions(elasticsearch, Bounds.USUAL), Clock.systemUTC());
    }

    /** @return a store that reads no longer answers than that */
    public static LogStore storeReading(URI elasticsearch, long maxAnswerBytes) {
        return store(elasticsearch, new Bounds(Duration.ofSeconds(7), 16, 1, maxAnswerBytes, AnswerMemory.ofHeap()));
    }

    static LogStore store(URI elasticsearch, Bounds bounds) {
        return new LogStore(questions(elasticsearch, bounds));
    }

    static Questions questions(URI elasticsearch, Bounds bounds) {
        return new Questions(new Elasticsearches(connecting(elasticsearch), ADDRESSES, bounds, Clock.systemUTC()));
    }

    /** @return connections of which only the one to Elasticsearch is there */
    public static Connections connecting(URI elasticsearch) {
        return connecting(environment -> elasticsearch);
    }

    /** @return connections of which only the one to each environment's Elasticsearch is there */
    public static Connections connecting(Function<EnvironmentId, URI> elasticsearch) {
        return new Connections() {
            @Override
            public Connection cluster(EnvironmentId environment) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Connection> prometheus(EnvironmentId environment) {
                return Optional.empty();
            }

            @Override
            public List<Connection> alertmanagers(EnvironmentId environment) {
                return List.of();
            }

            @Override
            public Optional<Connection> elasticsearch(EnvironmentId environment) {
                return Optional.of(new Connection(elasticsearch.apply(environment), new Credential.None()));
            }
        };
    }
}

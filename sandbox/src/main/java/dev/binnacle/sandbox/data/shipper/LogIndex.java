package dev.binnacle.sandbox.data.shipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index {@value #NAME} of an Elasticsearch, with its template. */
final class LogIndex implements AutoCloseable {
    static final String NAME = "fluent-bit";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Set<Integer> STORED = Set.of(200, 201, 409);
    private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper mapper = JsonMapper.shared();
    private final URI url;
    private boolean prepared;

    LogIndex(URI url) {
        this.url = url;
    }

    /**
     * Stores documents that are not there yet. One that Elasticsearch can never take is dropped.
     *
     * @return how many were dropped
     * @throws IOException where any may be missing for now; all are to be sent again. Takes up to 30 s
     */
    int store(List<LogDocument> documents) throws IOException, InterruptedException {
        try {
            if (!prepared) {
                send("PUT", "/_index_template/" + NAME, template());
                prepared = true;
            }
            StringBuilder body = new StringBuilder();
            for (LogDocument document : documents) {
                body.append("{\"create\":{\"_id\":\"").append(document.id()).append("\"}}\n");
                body.append(document.json()).append('\n');
            }
            return dropped(send("POST", "/" + NAME + "/_bulk?filter_path=errors,items.*.status", body.toString()));
        } catch (IOException e) {
            prepared = false;
            throw e;
        }
    }

    private static int dropped(JsonNode answer) throws IOException {
        int dropped = 0;
        for (JsonNode item : answer.path("items")) {
            int status = item.path("create").path("status").asInt();
            if (BUSY.contains(status)) {
                throw new IOException("Elasticsearch put documents off with status " + status);
            }
            dropped += STORED.contains(status) ? 0 : 1;
        }
        return dropped;
    }

    private JsonNode send(String method, String target, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(target))
                .timeout(TIMEOUT)
                .header("Content-Type", target.contains("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s %s was answered %d".formatted(method, target, answer.statusCode()));
        }
        try {
            return mapper.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("%s %s was not answered with JSON".formatted(method, target), e);
        }
    }

    private static String template() throws IOException {
        try (InputStream template = LogIndex.class.getResourceAsStream("index-template.json")) {
            if (template == null) {
                throw new IllegalStateException("index-template.json is not on the class path");
            }
            return new String(template.readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

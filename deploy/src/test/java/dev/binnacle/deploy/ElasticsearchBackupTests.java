package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The backup of log lines on the sandbox's Elasticsearch, with a folder in the place of S3. */
class ElasticsearchBackupTests {
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    private final Tool script = new Tool(
            Path.of("platform", "elasticsearch-backup.sh").toAbsolutePath().toString());
    private final URI elasticsearch = Sandbox.shared().elasticsearch().url();
    private final String line = "kept-" + UUID.randomUUID();
    private String lineId;

    @BeforeEach
    void registerAndWriteALine() throws Exception {
        for (String tool : new String[] {"bash", "curl", "jq"}) {
            new Tool(tool).isThere();
        }
        Sandbox.shared().seeded();
        accepts(List.of("register"));
        String written = ask("POST", "/fluent-bit/_doc?refresh=true", """
                {"@timestamp": "2026-01-01T00:00:00Z", "log": "%s"}""".formatted(line));
        lineId = written.replaceAll(".*\"_id\":\"([^\"]+)\".*", "$1");
    }

    @AfterEach
    void clearAway() throws Exception {
        ask("DELETE", "/restored-fluent-bit?ignore_unavailable=true", "");
        ask("DELETE", "/fluent-bit/_doc/" + lineId, "");
        ask("DELETE", "/_snapshot/binnacle/*", "");
        ask("DELETE", "/_snapshot/binnacle", "");
    }

    @Test
    void linesComeBackBesideThoseThatThereAre() throws Exception {
        String snapshot = accepts(List.of("take")).lines().toList().getLast();
        assertThat(accepts(List.of("list"))).contains(snapshot + "\tSUCCESS\t");
        ask("DELETE", "/fluent-bit/_doc/" + lineId + "?refresh=true", "");
        assertThat(count("fluent-bit")).isZero();

        assertThat(accepts(List.of("restore", snapshot))).contains("are in restored-fluent-bit");

        assertThat(count("restored-fluent-bit")).isEqualTo(1);
        assertThat(refuses(List.of("restore", snapshot))).contains("restored-fluent-bit", "already exists");
    }

    @Test
    void aSnapshotThatIsNotThereIsNamed() throws Exception {
        assertThat(refuses(List.of("restore", "taken-never"))).contains("taken-never", "does not exist");
        assertThat(refuses(List.of("restore", "../taken"))).contains("restore SNAPSHOT");
        assertThat(refuses(List.of())).contains("register", "take", "list");
    }

    private String accepts(List<String> arguments) throws Exception {
        return script.accepts(Path.of("."), environment(), arguments);
    }

    private String refuses(List<String> arguments) throws Exception {
        return script.refuses(Path.of("."), environment(), arguments);
    }

    private Map<String, String> environment() {
        return Map.of(
                "ELASTICSEARCH_URL", elasticsearch.toString().replaceAll("/$", ""),
                "ELASTICSEARCH_PASSWORD", "none",
                "TYPE", "fs",
                "BUCKET", "backup");
    }

    private int count(String index) throws Exception {
        String answer = ask("GET", "/" + index + "/_count?q=log:%22" + line + "%22", "");
        return COUNT.matcher(answer)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    private String ask(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(elasticsearch.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

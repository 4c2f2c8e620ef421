package dev.binnacle.sandbox.data.shipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.Elasticsearch;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippingTests {
    private static final PodDescription POD = new PodDescription(
            "node-1", "10.244.0.9", Map.of("app_kubernetes_io/name", "web"), Map.of("main", "example/web:1"));
    private final Elasticsearch elasticsearch = Sandbox.shared().elasticsearch();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String uid = UUID.randomUUID().toString();
    private long number;

    @TempDir
    private Path folder;

    private Path log;
    private LogIndex index;
    private Shipping shipping;

    @BeforeEach
    void start() throws IOException {
        log = Files.createDirectories(folder.resolve("pods/shop_web-1_" + uid + "/main"))
                .resolve("0.log");
        restart();
    }

    @AfterEach
    void stop() throws IOException {
        shipping.close();
        index.close();
        client.close();
    }

    private void restart() throws IOException {
        index = new LogIndex(elasticsearch.url());
        shipping = new Shipping(
                folder.resolve("pods"), _ -> Optional.of(POD), index, new Checkpoints(folder.resolve("checkpoints")));
    }

    @Test
    void writesTheShapeOfFluentBit() throws Exception {
        write("stderr F Exception in thread \"main\"");
        shipping.round();
        JsonNode document = shipped().get(0).path("_source");
        assertThat(document.path("log").asString()).isEqualTo("Exception in thread \"main\"");
        assertThat(document.path("stream").asString()).isEqualTo("stderr");
        assertThat(document.path("@timestamp").asString()).startsWith("2026-");
        JsonNode kubernetes = document.path("kubernetes");
        assertThat(kubernetes.path("namespace_name").asString()).isEqualTo("shop");
        assertThat(kubernetes.path("pod_name").asString()).isEqualTo("web-1");
        assertThat(kubernetes.path("pod_id").asString()).isEqualTo(uid);
        assertThat(kubernetes.path("container_name").asString()).isEqualTo("main");
        assertThat(kubernetes.path("host").asString()).isEqualTo("node-1");
        assertThat(kubernetes.path("labels").path("app_kubernetes_io/name").asString())
                .isEqualTo("web");
    }

    @Test
    void mapsWhatIsFilteredByAsKeywords() throws Exception {
        write("stdout F one");
        shipping.round();
        JsonNode properties =
                get("/fluent-bit/_mapping").path("fluent-bit").path("mappings").path("properties");
        assertThat(properties.path("log").path("type").asString()).isEqualTo("text");
        JsonNode kubernetes = properties.path("kubernetes").path("properties");
        assertThat(kubernetes.path("pod_name").path("type").asString()).isEqualTo("keyword");
        assertThat(kubernetes
                        .path("labels")
                        .path("properties")
                        .path("app_kubernetes_io/name")
                        .path("type")
                        .asString())
                .isEqualTo("keyword");
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        write("stdout F one", "stdout F two");
        shipping.round();
        write("stdout F three");
        shipping.close();
        restart();
        shipping.round();
        assertThat(texts()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void doublesNothingWhereItsPlaceWasLost() throws Exception {
        write("stdout F one", "stdout F two");
        shipping.round();
        shipping.close();
        Files.delete(folder.resolve("checkpoints"));
        restart();
        write("stdout F three");
        shipping.round();
        assertThat(texts()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void losesNothingWhenFilesAreRotatedOrDeleted() throws Exception {
        write("stdout F one");
        shipping.round();
        write("stdout F two");
        Files.move(log, log.resolveSibling("0.log.rotated"));
        write("stdout F three");
        shipping.round();
        write("stdout F four");
        Files.delete(log);
        Files.delete(log.resolveSibling("0.log.rotated"));
        shipping.round();
        assertThat(texts()).containsExactlyInAnyOrder("one", "two", "three", "four");
    }

    @Test
    void waitsWhileElasticsearchIsAway() throws Exception {
        write("stdout F one");
        elasticsearch.stop();
        try {
            assertThatThrownBy(() -> shipping.round()).isInstanceOf(IOException.class);
        } finally {
            elasticsearch.start();
        }
        write("stdout F two");
        shipping.round();
        assertThat(texts()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void shipsLinesOfPodsThatAreNotKnownAfterAWhile() throws Exception {
        shipping.close();
        shipping = new Shipping(
                folder.resolve("pods"), _ -> Optional.empty(), index, new Checkpoints(folder.resolve("other")));
        write("stdout F one");
        shipping.round();
        assertThat(texts()).isEmpty();
        for (int round = 0; round < 20; round++) {
            shipping.round();
        }
        assertThat(texts()).containsExactly("one");
    }

    private void write(String... entries) throws IOException {
        for (String entry : entries) {
            Instant time = Instant.parse("2026-03-04T05:06:07Z").plusNanos(number++);
            Files.writeString(log, time + " " + entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private List<String> texts() throws Exception {
        return shipped()
                .valueStream()
                .map(hit -> hit.path("_source").path("log").asString())
                .toList();
    }

    private JsonNode shipped() throws Exception {
        get("/_refresh");
        return get("/fluent-bit/_search?size=100&ignore_unavailable=true&q=kubernetes.pod_id:" + uid)
                .path("hits")
                .path("hits");
    }

    private JsonNode get(String target) throws IOException, InterruptedException {
        URI uri = elasticsearch.url().resolve(target);
        return JsonMapper.shared()
                .readTree(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}

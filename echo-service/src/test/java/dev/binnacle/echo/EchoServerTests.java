package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EchoServerTests {
    private final JsonMapper mapper = JsonMapper.shared();
    private EchoFixture echo;

    @BeforeEach
    void start() throws Exception {
        echo = EchoFixture.plain();
    }

    @AfterEach
    void stop() {
        echo.close();
    }

    @Test
    void answersWithTheQueryParametersInTheirOrder() throws Exception {
        HttpResponse<String> response = echo.get("/api?z=1&any=thing&z=2&flag&gr%C3%BC%C3%9Fe=%F0%9F%90%99+a%26b");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo("{\"z\":[\"1\",\"2\"],\"any\":\"thing\",\"flag\":\"\",\"grüße\":\"🐙 a&b\"}");
    }

    @Test
    void writesExactlyOneLinePerRequest() throws Exception {
        echo.send(echo.request("/api?any=thing&x=%0A%1B%5B31m%E2%80%A8%C2%85")
                .header("X-Request-Id", "abc-1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(echo.lines()).hasSize(1);
        String line = echo.lines().getFirst();
        assertThat(line.chars()).allMatch(character -> character >= ' ' && character != 0x85 && character != 0x2028);
        JsonNode json = mapper.readTree(line);
        assertThat(json.path("timestamp").asString()).isEqualTo(EchoFixture.NOW.toString());
        assertThat(json.path("requestId").asString()).isEqualTo("abc-1");
        assertThat(json.path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("durationMillis").isNumber()).isTrue();
        assertThat(json.path("parameters").path("any").asString()).isEqualTo("thing");
        assertThat(json.path("parameters").path("x").asString()).isEqualTo("\n\u001b[31m\u2028\u0085");
    }

    @Test
    void keepsTheLogLineShorterThanContainerRuntimesSplitAt() throws Exception {
        HttpResponse<String> response = echo.get("/api?long=" + "%01".repeat(2700));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(echo.lines().getFirst().length()).isLessThan(16 * 1024);
        assertThat(mapper.readTree(echo.lines().getFirst()).path("cut").asBoolean())
                .isTrue();
    }

    @Test
    void leavesForgedRequestIdsOutOfTheLog() throws Exception {
        HttpResponse<String> response =
                echo.send(echo.request("/api").header("X-Request-Id", "a\" b").header("traceparent", "nonsense"));
        assertThat(response.headers().firstValue("X-Request-Id")).isEmpty();
        assertThat(mapper.readTree(echo.lines().getFirst()).has("requestId")).isFalse();
        assertThat(mapper.readTree(echo.lines().getFirst()).has("traceId")).isFalse();
    }

    @Test
    void refusesBadEscapesAndTextThatIsNotUtf8() throws Exception {
        for (String query : new String[] {"x=%zz", "x=%4", "x=%", "x=%FF", "x=%C3", "%ED%A0%80=1"}) {
            String response = echo.raw("GET /api?" + query + " HTTP/1.1");
            assertThat(response).as(query).startsWith("HTTP/1.1 400 ").contains("application/json", "\"status\":400");
        }
        assertThat(echo.lines()).hasSize(6).allMatch(line -> line.contains("\"status\":400"));
    }

    @Test
    void boundsQueryAndHeaders() throws Exception {
        assertThat(echo.get("/api?" + "a".repeat(QueryParameters.MAX_QUERY_LENGTH))
                        .statusCode())
                .isEqualTo(200);
        assertThat(echo.get("/api?" + "a".repeat(QueryParameters.MAX_QUERY_LENGTH + 1))
                        .statusCode())
                .isEqualTo(414);
        assertThat(echo.get("/api?" + "a".repeat(20_000)).body()).contains("\"status\":414");
        assertThat(echo.send(echo.request("/api").header("X-Long", "a".repeat(20_000)))
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void answersOnlyGetAndHead() throws Exception {
        HttpResponse<String> post = echo.send(echo.request("/api?a=1").POST(HttpRequest.BodyPublishers.ofString("b")));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
        HttpResponse<String> head = echo.send(echo.request("/api?a=1").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void answersNotFoundElsewhere() throws Exception {
        assertThat(echo.get("/api/").statusCode()).isEqualTo(404);
        assertThat(echo.get("/favicon.ico").body()).contains("\"status\":404");
        assertThat(echo.lines()).isEmpty();
    }

    @Test
    void namesVersionAndPodOnItsFrontPage() throws Exception {
        assertThat(echo.get("/").body()).contains("Version 1.2.3, pod echo-&lt;pod&gt;");
    }

    @Test
    void doesNotLogTheProbesOfAKubelet() throws Exception {
        assertThat(echo.send(echo.request("/api").header("User-Agent", "kube-probe/1.37"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(echo.lines()).isEmpty();
    }

    @Test
    void measuresRequestsByPathAndStatus() throws Exception {
        echo.get("/api?a=1");
        echo.get("/made-up/" + System.nanoTime());
        String metrics = echo.get("/metrics").body();
        assertThat(metrics)
                .contains(
                        "http_server_requests_seconds_bucket{method=\"GET\",status=\"200\",uri=\"/api\",le=\"0.005\"}")
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"UNKNOWN\"} 1")
                .contains("http_server_requests_in_flight 1.0")
                .contains("echo_info{version=\"1.2.3\"} 1")
                .contains("jvm_memory_used_bytes", "process_cpu_usage", "process_resident_memory_bytes");
        assertThat(metrics).doesNotContain("made-up");
    }

    @Test
    void echoesFaultsInsteadOfObeyingThemUnlessAllowed() throws Exception {
        HttpResponse<String> response = echo.get("/api?status=500&delay=9000");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"500\",\"delay\":\"9000\"}");
    }

    @Test
    void obeysBoundedFaultsWhereAllowed() throws Exception {
        try (EchoFixture faulty = new EchoFixture(true, Duration.ZERO)) {
            assertThat(faulty.get("/api?status=503").statusCode()).isEqualTo(503);
            assertThat(faulty.lines().getFirst()).contains("\"level\":\"error\"", "\"status\":503");
            long start = System.nanoTime();
            assertThat(faulty.get("/api?delay=150&burn=50").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(faulty.get("/api?delay=10001").statusCode()).isEqualTo(400);
            assertThat(faulty.get("/api?burn=many").statusCode()).isEqualTo(400);
            assertThat(faulty.get("/api?status=204").statusCode()).isEqualTo(400);
        }
    }
}

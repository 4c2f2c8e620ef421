package dev.binnacle.portal.log.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTests {

    private static final Environment EUROPE = TestIndex.environmentOf("europe", "fluent-bit");
    private static final Bounds BOUNDS = within(Duration.ofSeconds(10));
    private static final Search SEARCH = new Search(
            new Clause.Everything(),
            null,
            Instant.parse("2026-11-17T10:00:00Z"),
            Instant.parse("2026-11-17T11:00:00Z"),
            true);
    private static final String FIELDS = """
            {"indices":["fluent-bit"],"fields":{"@timestamp":{"date":{"type":"date","searchable":true,"aggregatable":true}}}}
            """;

    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(handlers);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        handlers.shutdownNow();
    }

    @Test
    void aFailureInElasticsearchIsNamed() {
        answer(500, "application/json", "{\"error\":{\"type\":\"boom\",\"reason\":\"secret detail\"},\"status\":500}");
        assertUnavailable("Elasticsearch of europe fails to search (500).");
    }

    @Test
    void anotherServersPageIsNotTakenForAnAnswer() {
        server.createContext("/", exchange -> send(exchange, 200, "text/html", "<html>Welcome</html>", false));
        assertUnavailable("answers, but not as Elasticsearch does");
    }

    @Test
    void anAnswerThatIsNoJsonIsNamed() {
        answer(200, "application/json", "<html>");
        assertUnavailable("answers, but not as Elasticsearch does");
    }

    @Test
    void aBodyCutShortIsNamed() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"took\":1,".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertUnavailable("broke the connection");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        answer(200, "application/json", "{\"x\":\"" + "y".repeat(200_000) + "\"}");
        assertUnavailable("more than Binnacle takes");
    }

    @Test
    void aRefusedCredentialIsNamedWithoutShowingIt() {
        answer(
                401,
                "application/json",
                "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":401}");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(this::search)
                .withMessageContaining("does not accept the credential");
    }

    @Test
    void aMissingPrivilegeIsNamed() {
        answer(
                403,
                "application/json",
                "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":403}");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(this::search)
                .withMessageContaining("read and view_index_metadata on fluent-bit");
    }

    @Test
    void aRedirectIsNotFollowed() {
        AtomicInteger followed = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            send(exchange, 200, "application/json", "{}", true);
        });
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, 302, "text/plain", "there", false);
        });
        assertUnavailable("redirects");
        assertThat(followed).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("dev.binnacle.portal.environment.HostileNames#hosts")
    void nothingIsSentToAForbiddenAddress(String host) {
        AtomicInteger arrived = new AtomicInteger();
        server.createContext("/", exchange -> {
            arrived.incrementAndGet();
            send(exchange, 200, "application/json", FIELDS, true);
        });
        URI hostile = URI.create("http://" + host + ":" + server.getAddress().getPort());
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> TestIndex.store(hostile, BOUNDS).search(EUROPE, SEARCH));
        assertThat(arrived).hasValue(0);
    }

    @Test
    void nothingListeningIsNamed() {
        server.stop(0);
        assertUnavailable("cannot be reached");
    }

    @Test
    void aSlowSearchIsStopped() {
        CountDownLatch never = new CountDownLatch(1);
        fieldsThen(exchange -> await(never, 20));
        assertThat(TestIndex.store(url(), within(Duration.ofMillis(500))).search(EUROPE, SEARCH))
                .isInstanceOf(SearchOutcome.Stopped.class);
        never.countDown();
    }

    @Test
    void aSearchThatElasticsearchStoppedIsSaidToBe() {
        AtomicInteger searches = new AtomicInteger();
        fieldsThen(exchange -> {
            searches.incrementAndGet();
            send(exchange, 200, "application/json", """
                    {"took":500,"timed_out":true,"_shards":{"total":1,"successful":1,"failed":0},"hits":{"hits":[]}}
                    """, true);
        });
        assertThat(search()).isInstanceOf(SearchOutcome.Stopped.class);
        assertThat(TestIndex.surveyAt(url()).values(EUROPE, SEARCH, "@timestamp"))
                .isInstanceOf(SearchOutcome.Stopped.class);
        assertThat(searches).as("lines not counted in time are not drawn from").hasValue(2);
    }

    @Test
    void oneSearchMoreThanAllowedIsRefusedInWords() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            entered.countDown();
            await(leave, 20);
            send(exchange, 200, "application/json", FIELDS, true);
        });
        LogStore store = TestIndex.store(url(), BOUNDS);
        Future<?> first = handlers.submit(() -> store.search(EUROPE, SEARCH));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> store.search(EUROPE, SEARCH))
                .withMessageContaining("already runs 1 searches");
        first.cancel(true);
        leave.countDown();
    }

    private static Bounds within(Duration deadline) {
        return new Bounds(deadline, 1, 1, 100_000, AnswerMemory.ofHeap());
    }

    private void assertUnavailable(String words) {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(this::search)
                .withMessageContaining(words)
                .withMessageStartingWith("Elasticsearch of europe")
                .satisfies(problem -> assertThat(problem.sentence()).doesNotContain("secret", "Exception"));
    }

    private SearchOutcome<Lines> search() {
        return TestIndex.store(url(), BOUNDS).search(EUROPE, SEARCH);
    }

    private URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(int status, String type, String body) {
        server.createContext("/", exchange -> send(exchange, status, type, body, true));
    }

    private void fieldsThen(HttpHandler search) {
        server.createContext("/", search);
        server.createContext(
                "/fluent-bit/_field_caps", exchange -> send(exchange, 200, "application/json", FIELDS, true));
    }

    private static void send(HttpExchange exchange, int status, String type, String body, boolean elastic)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        if (elastic) {
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch, int seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

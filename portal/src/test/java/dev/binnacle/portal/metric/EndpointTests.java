package dev.binnacle.portal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class EndpointTests {

    private static final Decoder<String> TEXT =
            body -> new JsonMapper().readTree(body).path("said").asString();

    private final FaultServer server = new FaultServer();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(AddressRules.class, Endpoints.class);
    private final Endpoints endpoints = context.getBean(Endpoints.class);

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void thePathOfTheAddressIsKept() {
        server.onJson("/team/alerts/api/v2/status", "{\"said\": \"hello\"}");
        assertThat(endpoint("/team/alerts").get("api/v2/status", Map.of(), TEXT))
                .isEqualTo("hello");
    }

    @Test
    void aBearerTokenIsSent() {
        server.onJson("/x", "{}");
        String token = java.util.UUID.randomUUID().toString();
        endpoints
                .of(new Connection(server.url(), new Credential.Bearer(token)), "Prometheus of test")
                .get("x", Map.of(), TEXT);
        assertThat(server.authorizations()).containsExactly("Bearer " + token);
    }

    @Test
    void aNameAndPasswordAreSent() {
        server.onJson("/x", "{}");
        String password = java.util.UUID.randomUUID().toString();
        endpoints
                .of(new Connection(server.url(), new Credential.Basic("reader", password)), "Prometheus of test")
                .get("x", Map.of(), TEXT);
        assertThat(server.authorizations()).singleElement().asString().startsWith("Basic ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | application/json | {}             | answers with status 500",
                "503 | text/plain       | busy           | answers with status 503",
                "200 | text/html        | <html></html>  | a web page",
                "200 | application/json | {\"said\":     | not its API's JSON",
                "200 | application/json | not json       | not its API's JSON",
                "302 | text/plain       | elsewhere      | redirects elsewhere",
                "400 | application/json | {\"error\": \"parse error\"} | parse error",
                "422 | application/json | {\"message\": \"no matchers\"} | no matchers",
                "400 | application/json | \"bad silence\" | bad silence"
            })
    void whatIsNoAnswerIsSaidInWords(int status, String type, String body, String words) {
        server.on("/x", status, type, body);
        assertThatThrownBy(() -> endpoint("").get("x", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Prometheus of test at 127.0.0.1")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void aRefusedCredentialIsForbidden(int status) {
        server.on("/x", status, "text/plain", "");
        assertThatThrownBy(() -> endpoint("").get("x", Map.of(), TEXT)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> endpoint("").delete("x")).isInstanceOf(NotFound.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Location", "/y");
            FaultServer.answer(exchange, 302, "text/plain", "");
        });
        assertThatThrownBy(() -> endpoint("").get("x", Map.of(), TEXT)).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).containsExactly("GET /x");
    }

    @Test
    void anAnswerLargerThanTheBoundIsCutOff() {
        server.onJson("/x", "{\"said\": \"" + "a".repeat(100_000) + "\"}");
        Endpoint bounded =
                endpoints.of(new Connection(server.url(), new Credential.None()), "Prometheus of test", 50_000);
        assertThatThrownBy(() -> bounded.get("x", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("more than Binnacle reads");
    }

    @Test
    void aConnectionThatBreaksIsSaid() {
        server.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.close();
        });
        assertThatThrownBy(() -> endpoint("").get("x", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("breaks the connection");
    }

    @Test
    void nothingListeningIsSaid() {
        URI gone = server.url();
        server.close();
        assertThatThrownBy(() -> endpoints
                        .of(new Connection(gone, new Credential.None()), "Prometheus of test")
                        .get("x", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("refuses connections");
    }

    @Test
    void anAddressThatHandsOutCredentialsIsNotCalled() {
        Connection metadata = new Connection(URI.create("http://169.254.169.254/"), new Credential.None());
        assertThatThrownBy(() -> endpoints.of(metadata, "Prometheus of test"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("is not called");
    }

    @ParameterizedTest
    @MethodSource("dev.binnacle.portal.environment.HostileNames#hosts")
    void nothingIsSentToAForbiddenAddress(String host) {
        Connection hostile =
                new Connection(URI.create("http://" + host + ":" + server.url().getPort()), new Credential.None());
        assertThatThrownBy(() -> endpoints.of(hostile, "Prometheus of test").get("x", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void slowAnswersEndInTimeAndFurtherCallsAreRefusedSoon() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(4);
        server.on("/slow", exchange -> {
            arrived.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        Endpoint endpoint = endpoint("");
        Instant began = Instant.now();
        Thread[] callers = new Thread[4];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> endpoint.get("slow", Map.of(), TEXT))
                            .isInstanceOf(Unavailable.class)
                            .hasMessageContaining("within 5 seconds"));
        }
        arrived.await();
        assertThatThrownBy(() -> endpoint.get("slow", Map.of(), TEXT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("is slow");
        for (Thread caller : callers) {
            caller.join(Duration.ofSeconds(10));
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
        release.countDown();
    }

    private Endpoint endpoint(String path) {
        return endpoints.of(
                new Connection(URI.create(server.url() + path), new Credential.None()), "Prometheus of test");
    }
}

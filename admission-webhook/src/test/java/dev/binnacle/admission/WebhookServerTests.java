package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class WebhookServerTests {
    private static final String LACKING =
            Reviewed.create("apps", "Deployment", Reviewed.deployment(Reviewed.container("app", "{}")));
    private static WebhookFixture webhook;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Certificates.valid(1).mount(folder);
        webhook = new WebhookFixture(folder, false, Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        webhook.close();
    }

    @Test
    void refusesWithTheUidAndAReason() throws Exception {
        JsonNode answer = json(webhook.review(LACKING), 200);

        assertThat(answer.at("/apiVersion").asString()).isEqualTo("admission.k8s.io/v1");
        assertThat(answer.at("/kind").asString()).isEqualTo("AdmissionReview");
        assertThat(answer.at("/response/uid").asString()).isEqualTo("u-1");
        assertThat(answer.at("/response/allowed").asBoolean()).isFalse();
        assertThat(answer.at("/response/status/code").asInt()).isEqualTo(403);
        assertThat(answer.at("/response/status/message").asString()).contains("container app");
        assertThat(webhook.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "{\"timestamp\":\"2026-03-04T05:06:07.089Z\",\"level\":\"warn\",\"verdict\":\"refused\"")
                        .contains("\"namespace\":\"shop\"", "\"name\":\"basket\"", "\"user\":\"jane\""));
    }

    @Test
    void allowsWithoutAWordWhereNothingIsMissing() throws Exception {
        String complete = Reviewed.container("app", "{\"requests\": {\"cpu\": \"1\", \"memory\": \"1Mi\"}}");
        JsonNode answer =
                json(webhook.review(Reviewed.create("apps", "Deployment", Reviewed.deployment(complete))), 200);

        assertThat(answer.at("/response").toString()).isEqualTo("{\"uid\":\"u-1\",\"allowed\":true}");
    }

    @Test
    void warnsOnThePathOfNamespacesThatAreOnlyWarned() throws Exception {
        JsonNode answer = json(webhook.post("/validate/warn", LACKING), 200);

        assertThat(answer.at("/response/allowed").asBoolean()).isTrue();
        assertThat(answer.at("/response/warnings/0").asString()).contains("container app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "not json",
                "\u0000",
                "{}",
                "{\"a\":1}{}",
                "{\"apiVersion\": \"admission.k8s.io/v1beta1\", \"kind\": \"AdmissionReview\"}",
                "{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"Review\", \"request\": {\"uid\": \"1\"}}",
                "{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\"}",
                "{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\", \"request\":"
                        + " {\"uid\": \"1\", \"operation\": \"CREATE\", \"object\": 7}}"
            })
    void whatIsNoReviewIsAnswered400(String body) throws Exception {
        json(webhook.review(body), 400);
    }

    @Test
    void deepJsonIsAnswered400() throws Exception {
        String deep = "{\"request\":" + "[".repeat(1_000_000);

        assertThat(json(webhook.review(deep), 400).at("/error").asString()).contains("levels");
        json(webhook.review("{\"other\":" + "{\"a\":".repeat(200_000)), 400);
    }

    @Test
    void aListThatIsNoneIsAnswered400() throws Exception {
        json(webhook.review(LACKING.replace("\"containers\": [", "\"containers\": 1, \"x\": [")), 400);
    }

    @Test
    void tooManyContainersAreAnswered400() throws Exception {
        json(webhook.review(LACKING.replace("\"containers\": [", "\"containers\": [" + "{},".repeat(30_000))), 400);
    }

    @Test
    void moreThanThreeMegabytesAreAnswered413() throws Exception {
        String large = " ".repeat(3 * 1024 * 1024) + LACKING;

        json(webhook.review(large), 413);
        json(
                webhook.send(webhook.request("/validate")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))),
                413);
        json(webhook.review(" ".repeat(3 * 1024 * 1024 - LACKING.length()) + LACKING), 200);
    }

    @Test
    void otherMethodsTypesAndPathsAreRefused() throws Exception {
        HttpResponse<String> get = webhook.send(webhook.request("/validate").GET());
        json(get, 405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        json(webhook.post("/nothing", LACKING), 404);
        json(
                webhook.send(webhook.request("/validate")
                        .setHeader("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(LACKING))),
                415);
        json(webhook.manage("/validate"), 404);
    }

    @Test
    void probesAndMetricsHaveAPortOfTheirOwn() throws Exception {
        webhook.review(LACKING);

        assertThat(webhook.manage("/healthz").statusCode()).isEqualTo(200);
        assertThat(webhook.manage("/readyz").body()).isEqualTo("ok");
        assertThat(webhook.manage("/metrics").body())
                .contains(
                        "admission_reviews_total{verdict=\"refused\"}",
                        "http_server_requests_seconds_bucket{status=\"200\",uri=\"/validate\"",
                        "admission_certificate_expiry_seconds",
                        "admission_info{version=\"1.2.3\"} 1");
        json(webhook.send(webhook.request("/metrics").GET()), 404);
    }

    @Test
    void aBodyThatStopsHalfWayEndsItsOwnConnectionOnly() throws Exception {
        try (SSLSocket silent = webhook.connect()) {
            silent.getOutputStream()
                    .write(("POST /validate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{")
                            .getBytes(UTF_8));
            json(webhook.review(LACKING), 200);
            assertThat(new String(silent.getInputStream().readAllBytes(), UTF_8))
                    .contains(" 400 ");
        }
    }

    @Test
    void manyAtOnceAreAllAnswered() {
        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> answered())).allMatch(status -> status == 200);
    }

    @Test
    void endsWithTheReviewsThatAreUnderWay(@TempDir Path folder) throws Exception {
        Certificates.valid(1).mount(folder);
        WebhookFixture ending = new WebhookFixture(folder, true, Duration.ofSeconds(5));
        HttpRequest.Builder late = ending.request("/validate").POST(BodyPublishers.ofString(LACKING));
        Thread end = Thread.ofVirtual().start(ending.server()::shutDown);
        while (ending.manage("/readyz").statusCode() == 200) {
            Thread.onSpinWait();
        }
        HttpResponse<String> last = ending.review(LACKING);
        assertThat(json(last, 200).at("/response/allowed").asBoolean()).isTrue();
        end.join();
        assertThatThrownBy(() -> ending.send(late)).isInstanceOf(IOException.class);
    }

    private static int answered() {
        try {
            return webhook.review(LACKING).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every answer is JSON, and never tells of the code behind it. */
    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "dev.binnacle", "\tat ");
        return JsonMapper.shared().readTree(response.body());
    }
}

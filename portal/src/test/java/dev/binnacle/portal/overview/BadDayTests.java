package dev.binnacle.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.metric.FaultServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

/** Everything that an environment is connected to fails in its own way. */
@PageTest
class BadDayTests {

    /** Under the five seconds that a call to Prometheus may take. */
    private static final Duration SHOWN = Duration.ofSeconds(4);

    private static final String NAME = "bad-day";

    private final Visitors visitors;
    private final CountDownLatch over = new CountDownLatch(1);
    private final FaultServer prometheus = new FaultServer();
    private final FaultServer alertmanager = new FaultServer();
    private final FaultServer elasticsearch = new FaultServer();

    BadDayTests(Visitors visitors) {
        this.visitors = visitors;
    }

    @AfterEach
    void end() {
        over.countDown();
        visitors.administrator()
                .post()
                .uri("/environments/bad-day/delete")
                .param("typed", NAME)
                .exchange();
        prometheus.close();
        alertmanager.close();
        elasticsearch.close();
    }

    @Test
    void systemsThatAreSlowAreNamedInTimeAndNoPageWaitsForThem() {
        prometheus.on("", exchange -> hang());
        alertmanager.onAnything(500, "text/plain", "panic: secret detail");
        elasticsearch.on("", exchange -> hang());
        assertThat(visitors.administrator().get().uri("/"))
                .as("what is slow only once")
                .hasStatusOk();
        connect();
        for (String page : new String[] {"", "/workloads", "/alerts", "/scheduling", "/autoscaling", "/operations"}) {
            assertRendered(page.isEmpty() ? "/" : "/environments/bad-day" + page);
        }
        assertRendered("/environments/bad-day/systems")
                .bodyText()
                .contains("Prometheus, no answer", "Alertmanager, no answer", "Elasticsearch, no answer")
                .contains("Cluster, not read yet");
    }

    @Test
    void systemsThatAreSomethingElseAreNamed() {
        prometheus.onAnything(200, "text/html", "<html>Welcome</html>");
        alertmanager.onAnything(200, "text/html", "<html>Welcome</html>");
        elasticsearch.onAnything(200, "text/html", "<html>Welcome</html>");
        connect();
        assertRendered("/environments/bad-day/systems")
                .bodyText()
                .contains("Prometheus, no answer", "Alertmanager, no answer", "Elasticsearch, no answer");
        assertRendered("/environments/bad-day/logs").bodyText().contains("answers, but not as Elasticsearch does");
    }

    @Test
    void whatRecoversIsSaidToAnswerByItself() {
        prometheus.onAnything(500, "text/plain", "");
        alertmanager.onAnything(500, "text/plain", "");
        elasticsearch.onAnything(500, "text/plain", "");
        connect();
        assertRendered("/environments/bad-day/systems").bodyText().contains("Prometheus, no answer");
        prometheus.onJson("/api/v1/status/buildinfo", "{\"status\":\"success\",\"data\":{\"version\":\"3.16.0\"}}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertRendered("/environments/bad-day/systems")
                        .bodyText()
                        .contains("Prometheus 3.16.0"));
    }

    private void connect() {
        assertThat(visitors.administrator()
                        .post()
                        .uri("/environments")
                        .param("name", NAME)
                        .param("clusterCredential", "token")
                        .param("clusterUrl", "https://127.0.0.1:1")
                        .param("clusterToken", "of-nobody")
                        .param("prometheus", prometheus.url().toString())
                        .param("alertmanagers", alertmanager.url().toString())
                        .param("elasticsearch", elasticsearch.url().toString())
                        .exchange())
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    private MvcTestResultAssert assertRendered(String page) {
        long asked = System.nanoTime();
        MvcTestResult answer = visitors.administrator().get().uri(page).exchange();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).as(page).isLessThan(SHOWN);
        return assertThat(answer)
                .as(page)
                .hasStatusOk()
                .satisfies(result -> assertThat(result).bodyText().doesNotContain("Exception", "secret detail"));
    }

    private void hang() {
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

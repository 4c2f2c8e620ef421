package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.seed.EchoLoad;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is promised within 90 s is given four times that here: the machine may be busy with other tests. */
@TestInstance(Lifecycle.PER_CLASS)
class LoadTests {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Sandbox sandbox = Sandbox.shared();
    private final KubernetesClient client = sandbox.seeded().adminClient();

    @BeforeAll
    void awaitEcho() {
        sandbox.prometheus();
        client.apps()
                .deployments()
                .inNamespace("echo")
                .withName("echo-service")
                .waitUntilReady(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void highLoadMakesItsAlertFireAndTheAutoscalerAct() throws Exception {
        try (EchoLoad _ = sandbox.highLoad()) {
            awaitAlert("EchoLoadHigh");
            HorizontalPodAutoscaler autoscaler = client.autoscaling()
                    .v2()
                    .horizontalPodAutoscalers()
                    .inNamespace("echo")
                    .withName("echo-service")
                    .waitUntilCondition(LoadTests::wantsMore, LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(autoscaler.getStatus().getDesiredReplicas()).isGreaterThan(4);
        }
    }

    @Test
    void errorsMakeTheirAlertFire() throws Exception {
        try (EchoLoad _ = sandbox.failingLoad()) {
            awaitAlert("EchoErrorRateHigh");
        }
    }

    private static boolean wantsMore(HorizontalPodAutoscaler autoscaler) {
        return autoscaler != null
                && autoscaler.getStatus() != null
                && autoscaler.getStatus().getDesiredReplicas() != null
                && autoscaler.getStatus().getDesiredReplicas() > 4;
    }

    private void awaitAlert(String name) throws Exception {
        String filter = URLEncoder.encode("alertname=\"" + name + "\"", StandardCharsets.UTF_8);
        URI alerts = sandbox.alertmanager().url().resolve("/api/v2/alerts?filter=" + filter);
        var request =
                HttpRequest.newBuilder(alerts).timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(name)) {
                assertThat(System.nanoTime()).as("%s fires", name).isLessThan(end);
                Thread.sleep(500);
            }
        }
    }
}

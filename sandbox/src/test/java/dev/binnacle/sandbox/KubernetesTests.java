package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KubernetesTests {
    private final Kubernetes kubernetes = Sandbox.shared().kubernetes();

    @Test
    void theControlPlaneIsOfThePinnedVersion() {
        try (var client = kubernetes.adminClient()) {
            assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.37.2");
        }
    }

    @Test
    void aRestartedApiServerAnswersAtTheSameAddress() {
        try (var client = kubernetes.adminClient()) {
            kubernetes.restartApiServer();

            assertThat(client.nodes().list().getItems()).hasSize(4);
        }
    }

    @Test
    void nodesHaveMeasuredUse() throws InterruptedException {
        try (var client = kubernetes.adminClient()) {
            long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (nodesWithMetrics(client) < 4 && System.nanoTime() < deadline) {
                Thread.sleep(Duration.ofMillis(500));
            }

            assertThat(nodesWithMetrics(client)).isEqualTo(4);
        }
    }

    private static int nodesWithMetrics(KubernetesClient client) {
        try {
            return client.top().nodes().metrics().getItems().size();
        } catch (KubernetesClientException notYet) {
            return 0;
        }
    }
}

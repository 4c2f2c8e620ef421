package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
}

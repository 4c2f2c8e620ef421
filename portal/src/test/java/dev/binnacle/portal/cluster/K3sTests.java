package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** A cluster with real kubelets and of another maker, where Docker is. */
class K3sTests {

    private static final DockerImageName IMAGE = DockerImageName.parse("rancher/k3s:v1.34.1-k3s1");

    @Test
    void theModelFollowsACluster() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "Docker is missing: with it, the portal is tried on K3s too.");
        try (K3sContainer container = new K3sContainer(IMAGE)) {
            container.start();
            String kubeconfig = container.getKubeConfigYaml();
            URI url = URI.create(Config.fromKubeconfig(kubeconfig).getMasterUrl());
            try (Followed followed = new Followed(new Connection(url, new Credential.Kubeconfig(kubeconfig)))) {
                followed.synced();
                assertThat(followed.model.freshness().version()).startsWith("1.34");
                Followed.eventually(
                        Duration.ofMinutes(2),
                        () -> followed.model.workloads().stream()
                                .anyMatch(workload -> workload.key().name().equals("coredns")
                                        && workload.ready() == workload.desired()));
                assertThat(followed.model.nodes()).hasSize(1);
            }
        }
    }
}

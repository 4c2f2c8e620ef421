package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EchoRolloutTests {
    private static final int CLIENTS = 4;
    /** Leaves the processors to the pods that start. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int MOST_SECONDS = 600;
    private static final String API = "/api/v1/namespaces/echo/services/http:echo-service:http/proxy/api?n=";

    @Test
    void noRequestIsLostWhileEveryPodIsReplaced() throws Exception {
        AtomicBoolean rolling = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        try (KubernetesClient client = Sandbox.shared().seeded().adminClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RollableScalableResource<Deployment> echo =
                    client.apps().deployments().inNamespace("echo").withName("echo-service");
            echo.waitUntilCondition(EchoRolloutTests::complete, MOST_SECONDS, TimeUnit.SECONDS);
            List<String> before = podNames(client);
            for (int i = 0; i < CLIENTS; i++) {
                var _ = threads.submit(() -> {
                    while (rolling.get()) {
                        request(client, answered, lost);
                        Thread.sleep(PAUSE);
                    }
                    return null;
                });
            }
            try {
                echo.rolling().restart();
                echo.waitUntilCondition(EchoRolloutTests::complete, MOST_SECONDS, TimeUnit.SECONDS);
                client.pods()
                        .inNamespace("echo")
                        .withName(before.getFirst())
                        .waitUntilCondition(pod -> pod == null, MOST_SECONDS, TimeUnit.SECONDS);
            } finally {
                rolling.set(false);
            }
            assertThat(podNames(client)).doesNotContainAnyElementsOf(before.subList(0, 1));
        }
        assertThat(lost).isEmpty();
        assertThat(answered.get()).isGreaterThan(100);
    }

    private static void request(KubernetesClient client, AtomicInteger answered, Queue<String> lost) {
        try {
            client.raw(API + answered.incrementAndGet());
        } catch (KubernetesClientException e) {
            lost.add(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> podNames(KubernetesClient client) {
        return client.pods().inNamespace("echo").list().getItems().stream()
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    /** As {@code kubectl rollout status} decides. */
    private static boolean complete(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        Integer wanted = deployment.getSpec().getReplicas();
        return deployment.getMetadata().getGeneration().equals(status.getObservedGeneration())
                && wanted.equals(status.getUpdatedReplicas())
                && wanted.equals(status.getReplicas())
                && wanted.equals(status.getAvailableReplicas());
    }
}

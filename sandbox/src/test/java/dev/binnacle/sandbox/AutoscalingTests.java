package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutoscalingTests {
    private static final String NAMESPACE = "autoscaling-of-pretended-pods";
    private static final String BUSY = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: autoscaling-of-pretended-pods}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: busy, namespace: autoscaling-of-pretended-pods}
            spec:
              replicas: 1
              selector: {matchLabels: {app: busy}}
              template:
                metadata:
                  labels: {app: busy}
                  annotations: {sandbox.binnacle.dev/cpu-usage: 90m}
                spec:
                  containers:
                  - {name: main, image: "example/busy:1", resources: {requests: {cpu: 100m}}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: busy, namespace: autoscaling-of-pretended-pods}
            spec:
              minReplicas: 1
              maxReplicas: 3
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: busy}
              metrics:
              - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 30}}}
            """;

    private final KubernetesClient client =
            Sandbox.shared().kubernetesWithMetrics().adminClient();

    @AfterEach
    void removeNamespace() {
        client.namespaces().withName(NAMESPACE).delete();
        client.close();
    }

    @Test
    void anAutoscalerActsOnTheUseThatPodsDeclare() {
        client.load(new ByteArrayInputStream(BUSY.getBytes(StandardCharsets.UTF_8)))
                .create();

        HorizontalPodAutoscaler autoscaler = client.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(NAMESPACE)
                .withName("busy")
                .waitUntilCondition(
                        current -> current != null
                                && current.getStatus() != null
                                && Integer.valueOf(3).equals(current.getStatus().getDesiredReplicas()),
                        120,
                        TimeUnit.SECONDS);

        assertThat(autoscaler.getStatus().getCurrentMetrics()).isNotEmpty();
    }
}

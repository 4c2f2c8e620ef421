package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pods that are processes, beside pretended ones, on the whole cluster. */
class BundledPodTests {

    private static final String NAMESPACE = "bundled-pods";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();

    @BeforeEach
    void createNamespace() {
        Sandbox.shared().pods();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    @AfterEach
    void closeClient() {
        client.apps().deployments().inNamespace(NAMESPACE).delete();
        client.close();
    }

    @Test
    void aRolloutReplacesProcesses() {
        client.resource(echo("rolled", 2)).create();
        await("the first rollout", () -> rolledOut("rolled"));

        client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName("rolled")
                .edit(deployment -> new DeploymentBuilder(deployment)
                        .editMetadata()
                        .withResourceVersion(null) // or the change is refused once the controller writes in between
                        .endMetadata()
                        .editSpec()
                        .editTemplate()
                        .editSpec()
                        .editFirstContainer()
                        .withImage("binnacle/echo-service:0.1.1")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());

        await("the second rollout", () -> rolledOut("rolled") && pods("rolled").size() == 2);
        Pod pod = pods("rolled").getFirst();
        assertThat(pod.getSpec().getNodeName()).startsWith("node-");
        assertThat(client.raw("/api/v1/namespaces/" + NAMESPACE + "/pods/"
                        + pod.getMetadata().getName() + ":8080/proxy/"))
                .contains("0.1.1");
    }

    @Test
    void pretendedPodsHaveTheirLogsStill() {
        Deployment pretended = new DeploymentBuilder(echo("pretended", 1))
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withImage("example.org/pretended:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        client.resource(pretended).create();
        await("the pod", () -> rolledOut("pretended"));

        String name = pods("pretended").getFirst().getMetadata().getName();

        assertThat(client.pods().inNamespace(NAMESPACE).withName(name).getLog()).contains("pretended");
    }

    @Test
    void theirLoadIsMeasuredAndScalesThem() throws InterruptedException {
        Sandbox.shared().kubernetesWithMetrics();
        client.resource(echo("loaded", 1)).create();
        client.resource(new HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName("loaded")
                        .endMetadata()
                        .withNewSpec()
                        .withMinReplicas(1)
                        .withMaxReplicas(3)
                        .withNewScaleTargetRef("apps/v1", "Deployment", "loaded")
                        .addNewMetric()
                        .withType("Resource")
                        .withNewResource()
                        .withName("cpu")
                        .withNewTarget()
                        .withType("Utilization")
                        .withAverageUtilization(50)
                        .endTarget()
                        .endResource()
                        .endMetric()
                        .endSpec()
                        .build())
                .create();
        await("the rollout", () -> rolledOut("loaded"));
        String pod = pods("loaded").getFirst().getMetadata().getName();
        AtomicBoolean done = new AtomicBoolean();
        Thread load = Thread.ofVirtual().start(() -> load(pod, done));

        await("figures of the pod", () -> cpuOf(pod) > 0.1);
        await("more replicas", () -> pods("loaded").size() > 1);
        done.set(true);
        load.join();
        client.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(NAMESPACE)
                .delete();
    }

    private double cpuOf(String pod) {
        return client.top().pods().metrics(NAMESPACE).getItems().stream()
                .filter(metrics -> metrics.getMetadata().getName().equals(pod))
                .flatMap(metrics -> metrics.getContainers().stream())
                .map(container -> container.getUsage().getOrDefault("cpu", new Quantity("0")))
                .mapToDouble(cpu -> cpu.getNumericalAmount().doubleValue())
                .sum();
    }

    private void load(String pod, AtomicBoolean done) {
        while (!done.get()) {
            try {
                client.raw("/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod + ":8080/proxy/api?burn=200");
            } catch (KubernetesClientException refused) {
                done.set(!client.pods().inNamespace(NAMESPACE).withName(pod).isReady());
            }
        }
    }

    private boolean rolledOut(String name) {
        Deployment deployment = client.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(name)
                .get();
        var status = deployment.getStatus();
        int wanted = deployment.getSpec().getReplicas();
        return deployment.getMetadata().getGeneration().equals(status.getObservedGeneration())
                && Integer.valueOf(wanted).equals(status.getUpdatedReplicas())
                && Integer.valueOf(wanted).equals(status.getAvailableReplicas())
                && Integer.valueOf(wanted).equals(status.getReplicas());
    }

    private List<Pod> pods(String name) {
        return client.pods().inNamespace(NAMESPACE).withLabel("app", name).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    private static Deployment echo(String name, int replicas) {
        Map<String, String> labels = Map.of("app", name);
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(10L)
                .addNewContainer()
                .withName("echo")
                .withImage("binnacle/echo-service:0.1.0")
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .addNewEnv()
                .withName("ECHO_ALLOW_FAULTS")
                .withValue("true")
                .endEnv()
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .endResources()
                .withNewReadinessProbe()
                .withPeriodSeconds(1)
                .withNewHttpGet()
                .withPath("/api")
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .endReadinessProbe()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static void await(String wanted, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + wanted);
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}

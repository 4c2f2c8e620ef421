package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PretendedPodTests {
    private static final String NAMESPACE = "pretended-pods";

    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();

    @BeforeAll
    void makeNamespace() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        client.serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName("default")
                .waitUntilCondition(Objects::nonNull, 4, TimeUnit.MINUTES);
    }

    @AfterAll
    void removeNamespace() {
        client.namespaces().withName(NAMESPACE).delete();
        client.close();
    }

    @Test
    void thereAreFourNodesInTwoZones() {
        assertThat(client.nodes().list().getItems())
                .extracting(node -> node.getMetadata().getLabels().get("topology.kubernetes.io/zone"))
                .containsExactlyInAnyOrder("zone-a", "zone-a", "zone-b", "zone-b");
    }

    @Test
    void aHealthyPodBecomesReadyAndHasALog() {
        Pod pod = await("healthy", Map.of(), Readiness.getInstance()::isReady);

        assertThat(pod.getStatus().getPodIP()).startsWith("10.244.");
    }

    @Test
    void aPodThatStartsSlowlyRunsBeforeItIsReady() {
        Pod pod = await(
                "slow-start",
                Map.of("start-delay", "5s"),
                current -> "Running".equals(current.getStatus().getPhase())
                        && !Readiness.getInstance().isReady(current));

        client.resource(pod).waitUntilReady(4, TimeUnit.MINUTES);
    }

    @Test
    void aCrashLoopRestartsAndWaitsInBetween() {
        Pod pod = await(
                "crash-loop",
                Map.of("run-for", "200ms", "back-off", "300ms", "exit-code", "3"),
                current -> "CrashLoopBackOff".equals(waitingReason(current))
                        && status(current).getRestartCount() >= 2);

        assertThat(status(pod).getLastState().getTerminated().getExitCode()).isEqualTo(3);
        assertThat(Readiness.getInstance().isReady(pod)).isFalse();
    }

    @Test
    void anImageThatIsNotThereIsWaitedFor() {
        await("image-pull-failure", Map.of(), current -> "ImagePullBackOff".equals(waitingReason(current)));
    }

    @Test
    void aPodOutOfMemoryIsKilledAndComesBack() {
        Pod pod = await(
                "out-of-memory",
                Map.of("run-for", "500ms", "back-off", "500ms"),
                current -> status(current).getRestartCount() >= 1
                        && Readiness.getInstance().isReady(current));

        assertThat(status(pod).getLastState().getTerminated().getReason()).isEqualTo("OOMKilled");
        assertThat(status(pod).getLastState().getTerminated().getExitCode()).isEqualTo(137);
    }

    @Test
    void aPodThatIsNeverReadyRuns() {
        Pod pod = await(
                "never-ready",
                Map.of(),
                current -> "Running".equals(current.getStatus().getPhase()));

        assertThat(Readiness.getInstance().isReady(pod)).isFalse();
    }

    @Test
    void aDeletedPodGoesAway() {
        Pod pod = await("healthy", Map.of(), Readiness.getInstance()::isReady);

        client.resource(pod).delete();

        client.resource(pod).waitUntilCondition(current -> current == null, 30, TimeUnit.SECONDS);
    }

    private Pod await(String behaviour, Map<String, String> settings, Predicate<Pod> fact) {
        var builder = new PodBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withGenerateName(behaviour + "-")
                .addToAnnotations("sandbox.binnacle.dev/behaviour", behaviour)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("example/thing:1")
                .endContainer()
                .endSpec();
        settings.forEach((name, value) -> builder.editMetadata()
                .addToAnnotations("sandbox.binnacle.dev/" + name, value)
                .endMetadata());
        Pod created = client.resource(builder.build()).create();
        return client.resource(created)
                .waitUntilCondition(
                        current -> current != null
                                && !current.getStatus().getContainerStatuses().isEmpty()
                                && fact.test(current),
                        4,
                        TimeUnit.MINUTES);
    }

    private static ContainerStatus status(Pod pod) {
        return pod.getStatus().getContainerStatuses().getFirst();
    }

    private static String waitingReason(Pod pod) {
        var waiting = status(pod).getState().getWaiting();
        return waiting == null ? "" : waiting.getReason();
    }
}

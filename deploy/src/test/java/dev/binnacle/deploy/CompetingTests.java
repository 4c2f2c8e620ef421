package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What examples/competing promises, by the real scheduler, controllers and eviction, on a node with room for four of
 * its pods and those of DaemonSets.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompetingTests {
    private static final String NAMESPACE = "competing";
    private static final String NODE = "node-competing";
    private static final Path CLASSES = Path.of("priority", "priority-classes.yaml");
    private static final Path MANIFEST = Path.of("examples", "competing", "competing.yaml");
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();

    @BeforeAll
    void makeNode() throws IOException {
        Node like = client.nodes().withName("node-1").get();
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(NODE)
                        .addToAnnotations(like.getMetadata().getAnnotations())
                        .addToLabels(Map.of("kubernetes.io/hostname", NODE, "kubernetes.io/os", "linux"))
                        .endMetadata()
                        .withNewSpec()
                        .addNewTaint("NoSchedule", "competing", null, "true")
                        .endSpec()
                        .withNewStatus()
                        .addToCapacity(capacity())
                        .addToAllocatable(capacity())
                        .endStatus()
                        .build())
                .create();
        client.nodes().withName(NODE).waitUntilReady(LIMIT.toSeconds(), TimeUnit.SECONDS);
        apply(CLASSES);
    }

    @AfterAll
    void clearAway() {
        client.namespaces().withName(NAMESPACE).delete();
        client.nodes().withName(NODE).delete();
        client.close();
    }

    @Test
    @Order(1)
    void whereThereIsRoomForOneOfThemTheCriticalOneGetsIt() throws IOException {
        apply(MANIFEST);

        await("X has all the room", () -> ready("x") == 4);
        assertThat(pods("y")).allMatch(pod -> pod.getSpec().getNodeName() == null);
    }

    @Test
    @Order(2)
    void whatIsLeftOfItGoesToTheOther() {
        scale("x", 2);

        await("Y runs beside X", () -> ready("y") == 2);
    }

    @Test
    @Order(3)
    void podsOfTheLowerPriorityGiveWay() {
        scale("x", 4);

        await("X has all the room again", () -> ready("x") == 4);
        assertThat(pods("y")).noneMatch(CompetingTests::onNode);
        await(
                "an event tells of it",
                () -> client.v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                        .anyMatch(event -> "Preempted".equals(event.getReason())
                                && event.getInvolvedObject().getName().startsWith("y-")));
    }

    @Test
    @Order(4)
    void aBudgetRefusesTheSecondEviction() {
        List<Pod> pods = pods("x");
        // What is evicted finds no room again, as in a drain.
        client.nodes().withName(NODE).patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"spec": {"unschedulable": true}}""");
        await("the budget knows that all are healthy", () -> allowed() == 1);

        assertThat(evict(pods.getFirst())).isTrue();
        assertThat(evict(pods.getLast())).isFalse();
    }

    private int allowed() {
        return client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(NAMESPACE)
                .withName("x")
                .get()
                .getStatus()
                .getDisruptionsAllowed();
    }

    private boolean evict(Pod pod) {
        return client.pods()
                .resource(pod)
                .evict(new EvictionBuilder()
                        .withNewMetadata()
                        .withName(pod.getMetadata().getName())
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .build());
    }

    /** Applies a file; its pods go to the node of this test and nowhere else. */
    private void apply(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            for (HasMetadata object : client.load(stream).items()) {
                if (object instanceof Deployment deployment) {
                    var pod = deployment.getSpec().getTemplate().getSpec();
                    pod.setNodeSelector(Map.of("kubernetes.io/hostname", NODE));
                    pod.setTolerations(List.of(new TolerationBuilder()
                            .withKey("competing")
                            .withOperator("Exists")
                            .build()));
                }
                client.resource(object).serverSideApply();
            }
        }
    }

    private static Map<String, Quantity> capacity() {
        return Map.of("cpu", new Quantity("4500m"), "memory", new Quantity("8Gi"), "pods", new Quantity("20"));
    }

    private void scale(String name, int replicas) {
        client.apps().deployments().inNamespace(NAMESPACE).withName(name).scale(replicas);
    }

    private List<Pod> pods(String name) {
        return client.pods()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/name", name)
                .list()
                .getItems();
    }

    private long ready(String name) {
        return pods(name).stream()
                .filter(pod -> onNode(pod) && Readiness.getInstance().isReady(pod))
                .count();
    }

    private static boolean onNode(Pod pod) {
        return pod.getSpec().getNodeName() != null && pod.getMetadata().getDeletionTimestamp() == null;
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(what, LIMIT, condition, () -> pods("x") + " and " + pods("y"));
    }
}

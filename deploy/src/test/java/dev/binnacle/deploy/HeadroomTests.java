package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.seed.PoolSeed;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What deploy/peak promises, by Karpenter's controller, whose machines are pretended and take 20 s to become nodes. The
 * pool and the pods of this test keep to themselves.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeadroomTests {
    private static final Logger LOG = System.getLogger(HeadroomTests.class.getName());
    private static final String NAMESPACE = "headroom-test";
    private static final String POOL = "headroom-test";
    private static final String OF_POOL = "karpenter.sh/nodepool";
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final KubernetesClient client =
            Sandbox.shared().kubernetesWithKarpenter().adminClient();

    @BeforeAll
    void makePool() throws IOException {
        apply(Files.readString(Path.of("priority", "priority-classes.yaml")));
        GenericKubernetesResource pool = PoolSeed.pool(client);
        pool.getMetadata().setName(POOL);
        pool.<Map<String, Object>>get("spec", "template", "spec")
                .put("taints", List.of(Map.of("key", POOL, "effect", "NoSchedule")));
        client.resource(pool).create();
    }

    @AfterAll
    void clearAway() {
        client.namespaces().withName(NAMESPACE).delete();
        client.genericKubernetesResources("karpenter.sh/v1", "NodePool")
                .withName(POOL)
                .delete();
        Await.until("the nodes are gone", LIMIT, () -> nodes().isEmpty(), this::nodes);
        client.close();
    }

    @Test
    @Order(1)
    void aNodeIsAddedForPodsThatFitNowhere() throws IOException {
        apply(Files.readString(Path.of("peak", "headroom.yaml")));

        await("the placeholders run", () -> ready("headroom").size() == 2);

        assertThat(nodes())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getMetadata().getLabels())
                        .containsEntry("karpenter.sh/capacity-type", "on-demand")
                        .hasEntrySatisfying(
                                "node.kubernetes.io/instance-type",
                                type -> assertThat(type).startsWith("sandbox.")));
        assertThat(names()).containsAll(places("headroom"));
    }

    @Test
    @Order(2)
    void aPeakTakesTheHeadroomAndTheNextNodeIsThereBeforeItIsMissed() {
        Set<String> before = names();
        Instant began = Instant.now();

        apply(PEAK);
        await("the peak is served", () -> ready("peak").size() == 2);
        Duration served = Duration.between(began, Instant.now());
        await("the headroom is back", () -> ready("headroom").size() == 2);
        Duration back = Duration.between(began, Instant.now());

        assertThat(before).as("no pod of the peak waited for a node").containsAll(places("peak"));
        assertThat(places("headroom")).as("the placeholders' new nodes").doesNotContainAnyElementsOf(before);
        LOG.log(Level.INFO, "The peak was served after {0}, the headroom back after {1}", served, back);
    }

    @Test
    @Order(3)
    void withoutHeadroomThePeakWaitsForTheNode() {
        client.apps().deployments().inNamespace(NAMESPACE).withName("headroom").scale(0);
        await("the placeholders are gone", () -> pods("headroom").isEmpty());
        Set<String> before = names();
        Instant began = Instant.now();

        client.apps().deployments().inNamespace(NAMESPACE).withName("peak").scale(8);
        await("the peak is served", () -> ready("peak").size() == 8);

        assertThat(names()).hasSizeGreaterThan(before.size());
        assertThat(places("peak")).anyMatch(node -> !before.contains(node));
        LOG.log(Level.INFO, "Without headroom the peak was served after {0}", Duration.between(began, Instant.now()));
    }

    /** Applies what is in the text to this test's namespace; its pods go to the nodes of this test's pool. */
    private void apply(String yaml) {
        for (HasMetadata object : client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            if (object instanceof Namespace) {
                object.getMetadata().setName(NAMESPACE);
            }
            if (object instanceof Deployment deployment) {
                deployment.getMetadata().setNamespace(NAMESPACE);
                PodSpec pod = deployment.getSpec().getTemplate().getSpec();
                pod.setNodeSelector(Map.of(OF_POOL, POOL));
                pod.setTolerations(List.of(new TolerationBuilder()
                        .withKey(POOL)
                        .withOperator("Exists")
                        .build()));
            }
            client.resource(object).serverSideApply();
        }
    }

    private List<Node> nodes() {
        return client.nodes().withLabel(OF_POOL, POOL).list().getItems();
    }

    private Set<String> names() {
        return nodes().stream().map(node -> node.getMetadata().getName()).collect(Collectors.toSet());
    }

    /** The nodes of the ready pods. */
    private Set<String> places(String name) {
        return ready(name).stream().map(pod -> pod.getSpec().getNodeName()).collect(Collectors.toSet());
    }

    private List<Pod> pods(String name) {
        return client.pods()
                .inNamespace(NAMESPACE)
                .withLabel("app.kubernetes.io/name", name)
                .list()
                .getItems();
    }

    private List<Pod> ready(String name) {
        return pods(name).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null
                        && Readiness.getInstance().isReady(pod))
                .toList();
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(what, LIMIT, condition, () -> placed("headroom") + " and " + placed("peak") + " on " + names());
    }

    /** Each pod with its node and what its conditions say. */
    private List<String> placed(String name) {
        return pods(name).stream()
                .map(pod -> pod.getMetadata().getName() + "@" + pod.getSpec().getNodeName() + ":"
                        + pod.getStatus().getConditions().stream()
                                .map(condition -> condition.getType() + "=" + condition.getStatus()
                                        + Objects.requireNonNullElse(condition.getMessage(), ""))
                                .toList())
                .toList();
    }

    private static final String PEAK = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: peak}
            spec:
              replicas: 2
              selector: {matchLabels: {app.kubernetes.io/name: peak}}
              template:
                metadata: {labels: {app.kubernetes.io/name: peak}}
                spec:
                  priorityClassName: binnacle-critical
                  terminationGracePeriodSeconds: 0
                  securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: peak
                      image: registry.example.com/peak:1.0
                      resources: {requests: {cpu: 1400m, memory: 1Gi}}
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;
}

package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SeedsTests {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private final KubernetesClient client = Sandbox.shared().seeded().adminClient();
    private final Elasticsearch elasticsearch = Sandbox.shared().elasticsearch();

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void theEchoServiceOfTheChartIsReadyAndItsLinesCanBeSearched() throws Exception {
        await("four ready echo pods", () -> ready("echo", "echo-service") >= 4);
        String token = UUID.randomUUID().toString();
        String answer = client.raw("/api/v1/namespaces/echo/services/http:echo-service:http/proxy/api?token=" + token);
        assertThat(answer).isEqualTo("{\"token\":\"" + token + "\"}");
        await("its log line", () -> search("log:\"" + token + "\"").contains("\"namespace_name\":\"echo\""));
    }

    @Test
    void healthyWorkloadsAreReady() throws Exception {
        await("storefront", () -> ready("shop", "storefront") >= 4);
        await("payment-gateway", () -> ready("payments", "payment-gateway") >= 3);
        await(
                "orders-db",
                () -> client.apps()
                        .statefulSets()
                        .inNamespace("data")
                        .withName("orders-db")
                        .get()
                        .getStatus()
                        .getReadyReplicas()
                        .equals(3));
        await(
                "node-agent",
                () -> client.apps()
                        .daemonSets()
                        .inNamespace("platform")
                        .withName("node-agent")
                        .get()
                        .getStatus()
                        .getNumberReady()
                        .equals(4));
    }

    @Test
    void failingWorkloadsFailAsTheyShould() throws Exception {
        await(
                "recommendations restart",
                () -> statuses("shop", "recommendations").stream().anyMatch(status -> status.getRestartCount() > 0));
        await(
                "search-indexer is killed",
                () -> statuses("data", "search-indexer").stream()
                        .anyMatch(status -> status.getLastState() != null
                                && status.getLastState().getTerminated() != null
                                && "OOMKilled"
                                        .equals(status.getLastState()
                                                .getTerminated()
                                                .getReason())));
        await(
                "invoice-mailer's image is not found",
                () -> statuses("payments", "invoice-mailer").stream().anyMatch(SeedsTests::pullFails));
        await(
                "model-training does not fit",
                () -> pods("data", "model-training").stream()
                        .anyMatch(pod -> pod.getStatus().getConditions().stream()
                                .anyMatch(condition -> "Unschedulable".equals(condition.getReason()))));
    }

    @Test
    void rolloutsAreStuckAndPaused() throws Exception {
        await(
                "fraud-scoring is stuck",
                () -> statuses("payments", "fraud-scoring").stream().anyMatch(SeedsTests::pullFails));
        await(
                "api-docs is paused halfway",
                () -> Boolean.TRUE.equals(
                                deployment("platform", "api-docs").getSpec().getPaused())
                        && pods("platform", "api-docs").size() > 3);
    }

    @Test
    void theCacheLiesOnOneNodeAndTheLedgerCannotBeDisrupted() throws Exception {
        await("session-cache", () -> ready("shop", "session-cache") == 6);
        Set<String> nodes = pods("shop", "session-cache").stream()
                .map(pod -> pod.getSpec().getNodeName())
                .collect(Collectors.toSet());
        assertThat(nodes).hasSize(1);
        await(
                "the ledger's budget",
                () -> client.policy()
                                .v1()
                                .podDisruptionBudget()
                                .inNamespace("payments")
                                .withName("ledger")
                                .get()
                                .getStatus()
                                .getExpectedPods()
                        == 3);
        assertThat(client.policy()
                        .v1()
                        .podDisruptionBudget()
                        .inNamespace("payments")
                        .withName("ledger")
                        .get()
                        .getStatus()
                        .getDisruptionsAllowed())
                .isZero();
    }

    @Test
    void pretendedPodsHaveLogsThatAreShippedToo() throws Exception {
        await("storefront", () -> ready("shop", "storefront") >= 4);
        Pod pod = pods("shop", "storefront").getFirst();
        await("a log", () -> client.pods().resource(pod).getLog().contains("HTTP/"));
        await(
                "a stack trace",
                () -> search("kubernetes.labels.app_kubernetes_io/name:recommendations AND stream:stderr")
                        .contains("IllegalStateException"));
    }

    private static boolean pullFails(ContainerStatus status) {
        return status.getState().getWaiting() != null
                && status.getState().getWaiting().getReason().contains("ImagePull");
    }

    @Test
    void theAdmissionWebhookWantsRequestsWhereTheNamespaceSaysSo() throws Exception {
        await("the webhook", () -> ready("admission-webhook", "admission-webhook") == 2);

        await(
                "a refusal",
                () -> refusal("shop").contains("every container must request CPU and memory; without a CPU request"));
        assertThat(refusal("default")).isEmpty();
    }

    /** Why a workload that requests nothing is not let in; nothing of it is kept. */
    private String refusal(String namespace) {
        Deployment lacking = new DeploymentBuilder(deployment("shop", "storefront"))
                .withNewMetadata()
                .withName("lacking")
                .endMetadata()
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withResources(null)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .withStatus(null)
                .build();
        try {
            client.resource(lacking).inNamespace(namespace).dryRun().create();
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private int ready(String namespace, String name) {
        Integer ready = deployment(namespace, name).getStatus().getReadyReplicas();
        return ready == null ? 0 : ready;
    }

    private Deployment deployment(String namespace, String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name).get();
    }

    private List<Pod> pods(String namespace, String name) {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/name", name)
                .list()
                .getItems();
    }

    private List<ContainerStatus> statuses(String namespace, String name) {
        return pods(namespace, name).stream()
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                .toList();
    }

    private String search(String query) throws Exception {
        URI uri = elasticsearch
                .url()
                .resolve("/fluent-bit/_search?ignore_unavailable=true&size=50&q="
                        + URLEncoder.encode(query.replace("/", "\\/"), StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static void await(String what, Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!fact.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(200);
        }
    }
}

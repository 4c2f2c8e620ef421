package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.seed.CanarySeed;
import dev.binnacle.sandbox.seed.EchoLoad;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The canary of the echo service's chart, taken through its steps by Argo Rollouts' controller and judged by Prometheus,
 * with pods that run and are asked. Every third request asks for an error, which only a version that allows faults gives.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CanaryTests {
    private static final String NAME = "echo-service";
    private static final String GROUP = "argoproj.io/v1alpha1";
    private static final int PODS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final String namespace = "canary-" + UUID.randomUUID().toString().substring(0, 8);
    private final KubernetesClient client =
            Sandbox.shared().kubernetesWithCanaries().adminClient();
    private EchoLoad load;

    @BeforeAll
    void deploy() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        TemplateCommand template = new Helm(Path.of("..", "charts", NAME))
                .template()
                .withName(NAME)
                .withNamespace(namespace);
        CanarySeed.values(Sandbox.shared().prometheus().url().toString()).forEach(template::set);
        client.load(new ByteArrayInputStream(template.call().getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
        await("the first version runs", () -> all(pods(), "0.1.0"));
        load = EchoLoad.failing(Sandbox.shared().kubernetes().adminClient(), namespace);
    }

    @AfterAll
    void remove() {
        load.close();
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    @Test
    void aGoodVersionGetsMorePodsStepByStepAndThenAll() {
        var held = new TreeSet<Long>();
        container("image", "binnacle/echo-service:0.1.1");

        await("the new version has all pods", () -> {
            held.add(pods().stream().filter(pod -> tag(pod).equals("0.1.1")).count());
            return phase().equals("Healthy") && all(pods(), "0.1.1");
        });

        assertThat(held).contains(1L, 2L, (long) PODS);
        assertThat(analyses("Successful")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(errorRatios("Successful")).hasSizeGreaterThanOrEqualTo(4).containsOnly("[0]");
    }

    @Test
    void aVersionThatAnswersErrorsIsTakenBack() {
        String before = tag(pods().getFirst());

        variable("ECHO_ALLOW_FAULTS", "true");
        await("the canary is aborted", () -> phase().equals("Degraded"));
        await(
                "the version before has all pods",
                () -> all(pods(), before) && pods().stream().noneMatch(CanaryTests::allowsFaults));

        assertThat(rollout().get("status", "message").toString())
                .contains("aborted", "\"error-ratio\" assessed Failed");
        assertThat(errorRatios("Failed")).isNotEmpty().doesNotContain("[0]");
        variable("ECHO_ALLOW_FAULTS", "false");
        await("nothing is to be done", () -> phase().equals("Healthy"));
    }

    @Test
    void aVersionOfWhichPrometheusKnowsNothingWaitsForAPerson() {
        annotate("prometheus.io/scrape", "false");
        await(
                "the canary waits",
                () -> rollout().getAdditionalProperties().toString().contains("InconclusiveAnalysisRun"));

        assertThat(phase()).isEqualTo("Paused");
        assertThat(pods()).hasSizeLessThanOrEqualTo(PODS + 1);
        annotate("prometheus.io/scrape", "true");
        await("nothing is to be done", () -> phase().equals("Healthy"));
    }

    private void container(String field, Object value) {
        change(rollout -> rollout.<Map<String, Object>>get("spec", "template", "spec", "containers", 0)
                .put(field, value));
    }

    private void variable(String name, String value) {
        change(rollout ->
                rollout.<List<Map<String, Object>>>get("spec", "template", "spec", "containers", 0, "env").stream()
                        .filter(variable -> name.equals(variable.get("name")))
                        .forEach(variable -> variable.put("value", value)));
    }

    private void annotate(String name, String value) {
        change(rollout -> rollout.<Map<String, Object>>get("spec", "template", "metadata", "annotations")
                .put(name, value));
    }

    /** Without a resource version, which would have the change refused once the controller writes in between. */
    private void change(Consumer<GenericKubernetesResource> change) {
        handle().edit(rollout -> {
            rollout.getMetadata().setResourceVersion(null);
            change.accept(rollout);
            return rollout;
        });
    }

    private Resource<GenericKubernetesResource> handle() {
        return client.genericKubernetesResources(GROUP, "Rollout")
                .inNamespace(namespace)
                .withName(NAME);
    }

    private GenericKubernetesResource rollout() {
        return handle().require();
    }

    private String phase() {
        Object observed = rollout().get("status", "observedGeneration");
        boolean seen = String.valueOf(rollout().getMetadata().getGeneration()).equals(observed);
        Object phase = rollout().get("status", "phase");
        return seen && phase != null ? phase.toString() : "";
    }

    private List<GenericKubernetesResource> analyses(String phase) {
        return client.genericKubernetesResources(GROUP, "AnalysisRun").inNamespace(namespace).list().getItems().stream()
                .filter(analysis -> phase.equals(analysis.get("status", "phase")))
                .toList();
    }

    private List<String> errorRatios(String phase) {
        return analyses(phase).stream()
                .flatMap(analysis -> analysis.<List<Map<String, Object>>>get("status", "metricResults").stream())
                .filter(metric -> "error-ratio".equals(metric.get("name")))
                .flatMap(metric -> ((List<?>) Objects.requireNonNull(metric.get("measurements"))).stream())
                .map(measurement -> String.valueOf(((Map<?, ?>) measurement).get("value")))
                .toList();
    }

    private List<Pod> pods() {
        return client.pods().inNamespace(namespace).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    private static boolean all(List<Pod> pods, String tag) {
        return pods.size() == PODS
                && pods.stream()
                        .allMatch(pod ->
                                tag(pod).equals(tag) && Readiness.getInstance().isReady(pod));
    }

    private static String tag(Pod pod) {
        String image = pod.getSpec().getContainers().getFirst().getImage();
        return image.substring(image.lastIndexOf(':') + 1);
    }

    private static boolean allowsFaults(Pod pod) {
        return pod.getSpec().getContainers().getFirst().getEnv().stream()
                .anyMatch(variable ->
                        variable.getName().equals("ECHO_ALLOW_FAULTS") && "true".equals(variable.getValue()));
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(what, LIMIT, condition, () -> rollout().<Object>get("status"));
    }
}

package dev.binnacle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API server asks the webhook through its Service, beside the policy that decides the same by itself. */
class AdmissionWebhookTests {
    private static final PatchContext MERGE = PatchContext.of(PatchType.STRATEGIC_MERGE);

    private static final int GENERATED = 40;
    private static final String VALUES = "failurePolicy: Fail\ntimeoutSeconds: 10\n";

    private static Installation webhook;
    private static Installation policy;
    private static String judged;
    private static String byPolicy;

    @BeforeAll
    static void install() throws IOException {
        webhook = new Installation("admission", VALUES);
        policy = new Installation(
                "admission-policy", "webhook: {enabled: false}\npolicy: {enabled: true}\nfailurePolicy: Fail\n");
        judged = webhook.judged("judged", Map.of());
        byPolicy = policy.judged("judged", Map.of());
        webhook.awaitJudgement(judged);
        policy.awaitJudgement(byPolicy);
    }

    @AfterAll
    static void uninstall() {
        webhook.close();
        policy.close();
    }

    @Test
    void aDeploymentWithoutRequestsIsRefusedAndOneWithIsAdmitted() {
        assertThat(webhook.refusal(judged, Workloads.lacking()))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains(
                                "admission webhook \"requests.binnacle.dev\" denied the request",
                                "without a CPU request: container app; without a memory request: container app"));
        assertThat(webhook.refusal(judged, Workloads.complete("complete"))).isEmpty();
    }

    @Test
    void initContainersOfACronJobAreNamed() {
        HasMetadata job = Workloads.of(
                "CronJob",
                "nightly",
                List.of(Workloads.container("fetch", Workloads.amounts("1m", ""), Map.of())),
                List.of(Workloads.container("run", Workloads.amounts("1m", "1Mi"), Map.of())));

        assertThat(webhook.refusal(judged, job))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains(Workloads.REFUSAL + "; without a memory request: init container fetch")
                        .doesNotContain("CPU request:"));
    }

    @Test
    void theApiServerDefaultsRequestsFromLimitsInPodsOnlyAndBothAreAdmitted() {
        Map<String, Quantity> limits = Workloads.amounts("1", "1Gi");
        var container = List.of(Workloads.container("app", Map.of(), limits));
        var pod = (Pod) dryRun(Workloads.of("Pod", "limited", List.of(), container));
        var deployment = (Deployment) dryRun(Workloads.of("Deployment", "limited", List.of(), container));

        assertThat(pod.getSpec().getContainers().getFirst().getResources().getRequests())
                .isEqualTo(limits);
        assertThat(deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getResources()
                        .getRequests())
                .isEmpty();
    }

    @Test
    void whatLackedBeforeMayBeChangedButNotMadeWorse() {
        String late = webhook.free();
        HasMetadata before = Workloads.lacking();
        webhook.client().resource(before).inNamespace(late).create();
        webhook.client()
                .namespaces()
                .withName(late)
                .edit(found -> new NamespaceBuilder(found)
                        .editMetadata()
                        .addToLabels("judged", webhook.namespace())
                        .endMetadata()
                        .build());
        webhook.awaitJudgement(late);
        var deployment = webhook.client().apps().deployments().inNamespace(late).withName("lacking");

        // Patches, since the controller writes to the deployment meanwhile.
        deployment.patch(MERGE, """
                {"metadata": {"annotations": {"touched": "true"}}}""");

        assertThat(deployment.get().getMetadata().getAnnotations()).containsKey("touched");
        assertThat(catchRefusal(() -> deployment.patch(MERGE, """
                        {"spec": {"template": {"spec": {"containers": [{"name": "more", "image": "example/more:1"}]}}}}"""))).contains("container more");
    }

    @Test
    void itsOwnNamespaceTheClusterAndWhoeverOptsOutAreLeftAlone() {
        String warned = webhook.judged("warned", Map.of("binnacle.dev/admission", "warn"));
        String ignored = webhook.judged("ignored", Map.of("binnacle.dev/admission", "ignore"));
        double before = verdicts("warned");

        assertThat(webhook.refusal("kube-system", Workloads.lacking())).isEmpty();
        assertThat(webhook.refusal(webhook.namespace(), Workloads.lacking())).isEmpty();
        assertThat(webhook.refusal("default", Workloads.lacking())).isEmpty();
        assertThat(webhook.refusal(ignored, Workloads.lacking())).isEmpty();
        Installation.await("a warning", () -> {
            assertThat(webhook.refusal(warned, Workloads.lacking())).isEmpty();
            return verdicts("warned") > before;
        });
    }

    @Test
    void thePolicyGivesTheSameVerdictInTheSameWords() {
        Random random = new Random(20260304);
        List<String> verdicts = new ArrayList<>();
        for (int i = 0; i < GENERATED; i++) {
            HasMetadata workload = Workloads.random(random, "generated-" + i);
            Optional<String> byWebhook = webhook.refusal(judged, workload).map(AdmissionWebhookTests::words);
            assertThat(policy.refusal(byPolicy, workload).map(AdmissionWebhookTests::words))
                    .as(() -> workload.getKind() + " " + workload)
                    .isEqualTo(byWebhook);
            verdicts.add(byWebhook.isEmpty() ? "admitted" : "refused");
        }
        assertThat(verdicts).contains("admitted", "refused");
    }

    @Test
    void theScriptsShowBothVerdicts(@TempDir Path folder) throws IOException, InterruptedException {
        Scripts scripts = new Scripts(folder);
        String warned = webhook.judged("shown", Map.of("binnacle.dev/admission", "warn"));

        Scripts.Ended refused = scripts.run("try-refused.sh", judged);
        Scripts.Ended unexpected = scripts.run("try-refused.sh", warned);

        assertThat(scripts.run("try-allowed.sh", judged).output()).endsWith("Let in, as expected.\n");
        assertThat(refused.output()).contains("init container prepare, container app", "Refused, as expected.");
        assertThat(refused.status()).isZero();
        assertThat(unexpected.output()).contains("Warning: ", Workloads.REFUSAL, "Let in, which was not expected");
        assertThat(unexpected.status()).isOne();
    }

    @Test
    void anUpgradeKeepsTheCertificate() throws IOException {
        Secret before = secret();
        webhook.upgrade(VALUES + "podAnnotations: {}\nrevisionHistoryLimit: 5\n");

        assertThat(secret().getData()).isEqualTo(before.getData()).containsKeys("tls.crt", "tls.key", "ca.crt");
    }

    private static Secret secret() {
        return webhook.client()
                .secrets()
                .inNamespace(webhook.namespace())
                .withName(webhook.namespace() + "-tls")
                .require();
    }

    private static HasMetadata dryRun(HasMetadata object) {
        return webhook.client().resource(object).inNamespace(judged).dryRun().create();
    }

    private static String catchRefusal(Runnable change) {
        try {
            change.run();
            return "";
        } catch (KubernetesClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** As both replicas have counted, which also goes through the second port of each pod. */
    private static double verdicts(String verdict) {
        return webhook.client().pods().inNamespace(webhook.namespace()).list().getItems().stream()
                .map(pod -> webhook.client()
                        .raw("/api/v1/namespaces/%s/pods/http:%s:8080/proxy/metrics"
                                .formatted(
                                        webhook.namespace(), pod.getMetadata().getName())))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("admission_reviews_total{verdict=\"" + verdict + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String words(String refusal) {
        int begin = refusal.indexOf(Workloads.REFUSAL);
        assertThat(begin).as(refusal).isPositive();
        return refusal.substring(begin).replaceAll("\\. Received status:.*", "").strip();
    }
}

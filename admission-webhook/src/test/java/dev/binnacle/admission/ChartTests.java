package dev.binnacle.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ChartTests {
    private static final Path CHART = Path.of("..", "charts", "admission-webhook");
    private static final String CONFIGURATION = "ValidatingWebhookConfiguration";

    @TempDir
    private Path folder;

    @Test
    void passesStrictLint() {
        LintResult lint = new Helm(CHART).lint().strict().call();
        assertThat(lint.isFailed())
                .as(() -> String.join("\n", lint.getMessages()))
                .isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @Test
    void rendersTheDefaults() throws IOException {
        Map<String, Object> objects = render("{}");
        assertThat(objects.keySet())
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "Secret",
                        "Deployment",
                        "Service",
                        "PodDisruptionBudget",
                        "NetworkPolicy",
                        CONFIGURATION);
        assertThat(at(objects, "NetworkPolicy", "spec", "egress")).isEqualTo(List.of());
        Object pod = at(objects, "Deployment", "spec", "template", "spec");
        assertThat(at(objects, "Deployment", "spec", "replicas")).isEqualTo(2);
        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        Object container = at(pod, "containers", "0");
        assertThat(at(container, "image")).isEqualTo("binnacle/admission-webhook:0.1.0");
        assertThat(at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(at(container, "resources", "requests").toString()).contains("cpu", "memory");
        assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/readyz");
        assertThat(at(pod, "affinity").toString()).contains("podAntiAffinity");
        Object webhook = at(objects, CONFIGURATION, "webhooks", "0");
        assertThat(at(webhook, "failurePolicy")).isEqualTo("Ignore");
        assertThat(at(webhook, "timeoutSeconds")).isEqualTo(1);
        assertThat(at(webhook, "clientConfig", "caBundle")).isEqualTo(at(objects, "Secret", "data", "ca.crt"));
        assertThat(at(webhook, "namespaceSelector").toString())
                .contains("values=[binnacle, kube-system, kube-node-lease, kube-public]", "values=[ignore, warn]");
        assertThat(at(objects, CONFIGURATION, "webhooks", "1", "failurePolicy")).isEqualTo("Ignore");
    }

    @Test
    void onlyTheApiServersThatAreNamedMayAsk() throws IOException {
        Object ingress = at(
                render("networkPolicy: {apiServers: [192.0.2.10/32], metricsFrom: [{podSelector: {}}]}"),
                "NetworkPolicy",
                "spec",
                "ingress");

        assertThat(at(ingress, "0", "from").toString()).isEqualTo("[{ipBlock={cidr=192.0.2.10/32}}]");
        assertThat(at(ingress, "0", "ports", "0", "port")).isEqualTo("https");
        assertThat(at(ingress, "1", "from").toString()).isEqualTo("[{podSelector={}}]");
    }

    @Test
    void takesACertificateThatIsGiven() throws Exception {
        Certificates pair = Certificates.valid(1);
        String values = new Yaml()
                .dump(Map.of(
                        "tls",
                        Map.of("certificate", pair.text(), "key", pair.traditionalKey(), "authority", pair.text())));

        Map<String, Object> objects = render(values);

        assertThat(at(objects, "Secret", "data", "tls.crt"))
                .isEqualTo(at(objects, CONFIGURATION, "webhooks", "0", "clientConfig", "caBundle"));
    }

    @Test
    void leavesTheCertificateToOthers() throws Exception {
        String issued = "tls: {certManager: {enabled: true, issuerRef: {name: internal}}}";
        assertThat(render(issued).keySet()).contains("Certificate").doesNotContain("Secret");
        assertThat(at(render(issued), CONFIGURATION, "metadata", "annotations").toString())
                .isEqualTo("{cert-manager.io/inject-ca-from=binnacle/admission-webhook-tls}");
        Map<String, Object> existing = render(new Yaml()
                .dump(Map.of(
                        "tls",
                        Map.of(
                                "existingSecret",
                                "mine",
                                "authority",
                                Certificates.valid(1).text()))));
        assertThat(existing.keySet()).doesNotContain("Secret");
        assertThat(at(existing, "Deployment", "spec", "template", "spec", "volumes", "0", "secret", "secretName"))
                .isEqualTo("mine");
    }

    @Test
    void rendersThePolicyAlone() throws IOException {
        Map<String, Object> objects = render("{webhook: {enabled: false}, policy: {enabled: true}, mode: warn}");
        assertThat(objects.keySet())
                .containsExactlyInAnyOrder("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
        assertThat(at(objects, "ValidatingAdmissionPolicyBinding", "spec", "validationActions"))
                .isEqualTo(List.of("Warn"));
    }

    @Test
    void rendersEveryOption() throws IOException {
        Map<String, Object> objects = render("""
                mode: warn
                namespaces: {excluded: [portal], matchLabels: {a: b}, matchExpressions: [{key: team, operator: Exists}]}
                objectSelector: {matchLabels: {c: d}}
                failurePolicy: Fail
                timeoutSeconds: 3
                serviceMonitor: {enabled: true, labels: {release: stack}}
                podDisruptionBudget: {maxUnavailable: null, minAvailable: 1}
                commonLabels: {team: platform}
                priorityClassName: system-cluster-critical
                """);
        assertThat(objects.keySet()).contains("ServiceMonitor");
        Object webhook = at(objects, CONFIGURATION, "webhooks", "0");
        assertThat(at(webhook, "failurePolicy")).isEqualTo("Fail");
        assertThat(at(webhook, "objectSelector", "matchLabels")).isEqualTo(Map.of("c", "d"));
        assertThat(at(webhook, "namespaceSelector").toString()).contains("portal", "{a=b}", "key=team");
        assertThat(at(objects, "PodDisruptionBudget", "spec").toString()).contains("minAvailable=1");
        assertThat(objects.values()).allMatch(object -> "platform".equals(at(object, "metadata", "labels", "team")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: off",
                "replicaCount: 0",
                "failurePolicy: Maybe",
                "timeoutSeconds: 0",
                "timeoutSeconds: 31",
                "tls: {certificate: nonsense}",
                "tls: {existingSecret: mine}",
                "tls: {certManager: {enabled: true}}",
                "namespaces: {excluded: [Not_A_Name]}",
                "podDisruptionBudget: {minAvailable: 2}",
                "unknown: value"
            })
    void refusesBadValues(String values) {
        assertThatThrownBy(() -> render(values)).isInstanceOf(IllegalStateException.class);
    }

    private Map<String, Object> render(String values) throws IOException {
        String manifest = new Helm(CHART)
                .template()
                .withName("admission-webhook")
                .withNamespace("binnacle")
                .withValuesFile(Files.writeString(folder.resolve("values.yaml"), values))
                .call();
        Map<String, Object> byKind = new LinkedHashMap<>();
        List<Object> documents = new ArrayList<>();
        new Yaml().loadAll(manifest).forEach(documents::add);
        documents.stream()
                .filter(Objects::nonNull)
                .forEach(object -> byKind.putIfAbsent((String) at(object, "kind"), object));
        return byKind;
    }

    private static Object at(Object start, String... path) {
        Object found = start;
        for (String step : path) {
            Object next =
                    found instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) found).get(step);
            found = Objects.requireNonNull(next, step);
        }
        return found;
    }
}

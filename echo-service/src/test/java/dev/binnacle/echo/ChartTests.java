package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ChartTests {
    private static final Path CHART = Path.of("..", "charts", "echo-service");
    private static final Path PLAIN = Path.of("..", "deploy", "echo-service");

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
                        "ServiceAccount", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget");
        assertThat(at(objects, "Deployment", "spec").toString())
                .as("the autoscaler's")
                .doesNotContain("replicas=");
        assertThat((int) at(objects, "HorizontalPodAutoscaler", "spec", "minReplicas"))
                .isGreaterThanOrEqualTo(4);
        assertThat(at(objects, "Deployment", "spec", "strategy", "rollingUpdate"))
                .isEqualTo(Map.of("maxUnavailable", 0, "maxSurge", 1));
        Object pod = at(objects, "Deployment", "spec", "template", "spec");
        assertThat(at(pod, "containers", "0", "image")).isEqualTo("binnacle/echo-service:0.1.0");
        assertThat(at(pod, "containers", "0", "livenessProbe", "tcpSocket", "port"))
                .isEqualTo("http");
        assertThat(at(pod, "containers", "0", "readinessProbe", "httpGet", "path"))
                .isEqualTo("/api");
        assertThat(at(pod, "containers", "0", "securityContext", "readOnlyRootFilesystem"))
                .isEqualTo(true);
        assertThat(at(pod, "containers", "0", "securityContext", "capabilities", "drop"))
                .isEqualTo(List.of("ALL"));
        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(
                        pod,
                        "affinity",
                        "podAntiAffinity",
                        "preferredDuringSchedulingIgnoredDuringExecution",
                        "0",
                        "podAffinityTerm",
                        "topologyKey"))
                .isEqualTo("kubernetes.io/hostname");
        assertThat(at(objects, "Deployment", "spec", "template", "metadata", "annotations"))
                .asString()
                .contains("prometheus.io/scrape=true");
        assertThat(at(objects, "HorizontalPodAutoscaler", "apiVersion")).isEqualTo("autoscaling/v2");
        assertThat(at(objects, "PodDisruptionBudget", "spec", "maxUnavailable")).isEqualTo(1);
    }

    /** {@code make manifests} writes the file anew. */
    @Test
    void thePlainManifestIsTheChartRendered() throws IOException {
        String rendered = new Helm(CHART)
                .template()
                .withName("echo-service")
                .withNamespace("echo")
                .withValuesFile(PLAIN.resolve("values.yaml"))
                .call();
        String text = "# Rendered from charts/echo-service with values.yaml by `make manifests`; not edited by hand.\n"
                + rendered.strip() + "\n";
        Path file = PLAIN.resolve("echo-service.yaml");
        if (Boolean.getBoolean("manifests.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }

    @Test
    void rendersEveryOption() throws IOException {
        Map<String, Object> objects = render("""
                image: {tag: "", digest: "sha256:%s"}
                serviceMonitor: {enabled: true, labels: {release: stack}}
                ingress: {enabled: true, tls: [{secretName: echo-tls, hosts: [echo.example.org]}]}
                networkPolicy: {enabled: true, from: [{namespaceSelector: {}}]}
                podDisruptionBudget: {maxUnavailable: null, minAvailable: 50%%}
                priorityClassName: binnacle-critical
                faults: {allowed: true}
                commonLabels: {team: platform}
                """.formatted("0".repeat(64)));
        assertThat(objects.keySet()).contains("ServiceMonitor", "Ingress", "NetworkPolicy");
        assertThat(at(objects, "PodDisruptionBudget", "spec").toString())
                .contains("minAvailable=50%")
                .doesNotContain("maxUnavailable");
        Object pod = at(objects, "Deployment", "spec", "template", "spec");
        assertThat(at(pod, "priorityClassName")).isEqualTo("binnacle-critical");
        assertThat(at(pod, "containers", "0", "image")).isEqualTo("binnacle/echo-service@sha256:" + "0".repeat(64));
        assertThat(at(pod, "containers", "0", "env")).asString().contains("name=ECHO_ALLOW_FAULTS, value=true");
        assertThat(objects.values()).allMatch(object -> "platform".equals(at(object, "metadata", "labels", "team")));
    }

    @Test
    void rendersTheLeast() throws IOException {
        Map<String, Object> objects = render("""
                replicaCount: 1
                autoscaling: {enabled: false}
                podDisruptionBudget: {enabled: false}
                serviceAccount: {create: false}
                serviceMonitor: {enabled: false}
                antiAffinity: {enabled: false}
                topologySpread: {enabled: false}
                shutdown: {preStopSeconds: 0}
                prometheusAnnotations: false
                """);
        assertThat(objects.keySet()).containsExactlyInAnyOrder("Deployment", "Service");
        assertThat(at(objects, "Deployment", "spec", "replicas")).isEqualTo(1);
        assertThat(objects.toString()).doesNotContain("preStop", "affinity", "prometheus.io");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicaCount: 0",
                "replicaCount: many",
                "image: {pullPolicy: Sometimes}",
                "image: {tag: 'no tag'}",
                "podDisruptionBudget: {minAvailable: 2}",
                "podDisruptionBudget: {maxUnavailable: null}",
                "podDisruptionBudget: {maxUnavailable: 120%}",
                "serviceMonitor: {enabled: perhaps}",
                "service: {port: 70000}",
                "ingress: {enabled: true, hosts: []}",
                "resources: {limits: {memory: lots}}",
                "autoscaling: {minReplicas: 5, maxReplicas: 4}",
                "canary: {weights: []}",
                "canary: {weights: [100]}",
                "canary: {analysis: {window: soon}}",
                "canary: {analysis: {maxErrorRatio: 5}}",
                "canary: {analysis: {prometheus: prometheus}}",
                "unknown: value"
            })
    void refusesBadValues(String values) {
        assertThatThrownBy(() -> render(values)).isInstanceOf(IllegalStateException.class);
    }

    private Map<String, Object> render(String values) throws IOException {
        return render(folder, values);
    }

    /** The objects by kind, of which there is one each. */
    static Map<String, Object> render(Path folder, String values) throws IOException {
        TemplateCommand template = new Helm(CHART).template();
        String manifest = template.withName("echo-service")
                .withNamespace("echo")
                .withValuesFile(Files.writeString(folder.resolve("values.yaml"), values))
                .call();
        Map<String, Object> byKind = new LinkedHashMap<>();
        StreamSupport.stream(new Yaml().loadAll(manifest).spliterator(), false)
                .map(ChartTests::object)
                .forEach(object -> assertThat(byKind.put((String) at(object, "kind"), object))
                        .isNull());
        return byKind;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object document) {
        return (Map<String, Object>) document;
    }

    static Object at(Object start, String... path) {
        Object found = start;
        for (String step : path) {
            Object next = found instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : object(found).get(step);
            found = Objects.requireNonNull(next, step);
        }
        return found;
    }
}

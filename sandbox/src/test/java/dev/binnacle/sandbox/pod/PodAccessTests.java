package dev.binnacle.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PodAccessTests {

    private static final String PODS = "/api/v1/namespaces/" + PodPlatform.NAMESPACE + "/pods/";

    private final PodPlatform platform = PodPlatform.shared();

    @Test
    void theApiServerReachesAPodAndAService() {
        ready("reached");
        platform.client()
                .resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withNamespace(PodPlatform.NAMESPACE)
                        .withName("reached")
                        .endMetadata()
                        .withNewSpec()
                        .addToSelector("app", "reached")
                        .addNewPort()
                        .withPort(80)
                        .withTargetPort(new IntOrString("http"))
                        .endPort()
                        .endSpec()
                        .build())
                .create();

        assertThat(platform.client().raw(PODS + "reached:8080/proxy/api?a=b")).contains("\"a\"", "\"b\"");
        String service = "/api/v1/namespaces/" + PodPlatform.NAMESPACE + "/services/reached/proxy/api?c=d";
        platform.await("the service's endpoints", () -> answers(service));
    }

    @Test
    void whoeverUsesTheProxyReachesAPodByItsAddress() throws IOException, InterruptedException {
        ready("scraped");
        URI proxy = URI.create(platform.proxy());
        try (HttpClient http = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
                .build()) {
            String address = platform.get("scraped").getStatus().getPodIP();

            HttpResponse<String> metrics = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + ":8080/metrics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> elsewhere = http.send(
                    HttpRequest.newBuilder(URI.create("http://10.244.0.9:8080/metrics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).contains("# TYPE");
            assertThat(elsewhere.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void logsAreReadThroughTheApiServer() {
        PodResource pod = ready("logging");
        platform.client().raw(PODS + "logging:8080/proxy/api?word=first");
        platform.client().raw(PODS + "logging:8080/proxy/api?word=second");
        platform.await("the lines", () -> pod.getLog().contains("second"));

        assertThat(pod.getLog()).contains("first");
        assertThat(pod.tailingLines(1).getLog().lines()).hasSize(1);
        assertThat(pod.usingTimestamps().tailingLines(1).getLog()).matches("(?s)\\d{4}-\\d\\d-\\d\\dT.*");
        assertThat(pod.sinceSeconds(600).getLog()).contains("first");
    }

    @Test
    void aFollowedLogShowsWhatIsWrittenLaterAndEndsWithTheContainer() throws IOException {
        PodResource pod = ready("followed");
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (LogWatch watch = pod.watchLog(seen)) {
            String word = UUID.randomUUID().toString();
            platform.client().raw(PODS + "followed:8080/proxy/api?word=" + word);

            platform.await(
                    "the line", () -> seen.toString(StandardCharsets.UTF_8).contains(word));
            assertThat(watch.getOutput()).isNull();
        }
    }

    @Test
    void theLogOfThePreviousRunIsKept() {
        PodResource pod = ready("previous");
        platform.client().raw(PODS + "previous:8080/proxy/api?word=before");
        platform.await("the line", () -> pod.getLog().contains("before"));

        platform.pods().crash(PodPlatform.NAMESPACE, "previous");
        platform.await("previous", "restarted", candidate -> EchoPod.restarted(candidate, 1));

        assertThat(pod.terminated().getLog()).contains("before");
        assertThat(pod.getLog()).doesNotContain("before");
    }

    @Test
    void aNodesResourceMetricsMeasureItsProcesses() {
        ready("measured");

        String metrics;
        try (KubernetesClient kubelet = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("https://127.0.0.1:" + kubeletPort())
                        .withTrustCerts(true)
                        .build())
                .build()) {
            metrics = kubelet.raw("/metrics/nodes/" + NodePart.NODE + "/metrics/resource");
        }

        assertThat(metrics)
                .containsPattern(
                        "container_memory_working_set_bytes\\{container=\"echo\",namespace=\"pods\",pod=\"measured\"} \\d{8,9} \\d{13}")
                .containsPattern("pod_cpu_usage_seconds_total\\{namespace=\"pods\",pod=\"measured\"} \\d+\\.\\d{3} ");
    }

    private int kubeletPort() {
        return platform.client()
                .nodes()
                .withName(NodePart.NODE)
                .get()
                .getStatus()
                .getDaemonEndpoints()
                .getKubeletEndpoint()
                .getPort();
    }

    private boolean answers(String path) {
        try {
            return platform.client().raw(path).contains("\"c\"");
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    private PodResource ready(String name) {
        platform.create(EchoPod.named(name).build());
        platform.await(name, "ready", EchoPod::ready);
        return platform.client().pods().inNamespace(PodPlatform.NAMESPACE).withName(name);
    }
}

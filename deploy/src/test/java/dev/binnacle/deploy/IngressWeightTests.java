package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that shifts weights, with the sandbox's kubectl, on the manifest as it is shipped. */
class IngressWeightTests {
    private static final Path SCRIPT = Path.of("canary", "ingress", "weight");

    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();
    private final String namespace = "weights-" + UUID.randomUUID().toString().substring(0, 8);
    private final Tool weight = new Tool(SCRIPT.toAbsolutePath().toString());

    @TempDir
    private Path folder;

    @BeforeEach
    void apply() throws IOException, InterruptedException {
        PublishedDefinitions.install();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        try (var stream = Files.newInputStream(Path.of("canary", "ingress", "echo.yaml"))) {
            client.load(stream).items().forEach(object -> {
                object.getMetadata().setNamespace(namespace);
                client.resource(object).serverSideApply();
            });
        }
    }

    @AfterEach
    void remove() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    @Test
    void bothWeightsAreSetAtOnce() throws Exception {
        assertThat(weight.accepts(folder, environment(), List.of("25"))).contains("The canary has 25 %");

        assertThat(weightOf(0)).isEqualTo("stable 75");
        assertThat(weightOf(1)).isEqualTo("canary 25");
    }

    @Test
    void whatIsNoShareIsRefused() throws Exception {
        for (String share : List.of("101", "-1", "ten", "1.5", "007")) {
            assertThat(weight.refuses(folder, environment(), List.of(share))).contains("from 0 to 100");
        }
        assertThat(weightOf(1)).isEqualTo("canary 0");
    }

    private String weightOf(int split) {
        GenericKubernetesResource server = client.genericKubernetesResources("k8s.nginx.org/v1", "VirtualServer")
                .inNamespace(namespace)
                .withName("echo")
                .require();
        return server.get("spec", "routes", 0, "splits", split, "action", "pass") + " "
                + server.get("spec", "routes", 0, "splits", split, "weight");
    }

    private Map<String, String> environment() throws IOException, InterruptedException {
        var environment = new HashMap<>(Kubectl.in(folder));
        environment.put("NAMESPACE", namespace);
        return environment;
    }
}

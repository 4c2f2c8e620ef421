package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline's release of the echo service, with the real helm and kubectl on the sandbox's cluster. */
class ReleaseTests {
    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();
    private final String namespace = "release-" + UUID.randomUUID().toString().substring(0, 8);
    private final Tool script =
            new Tool(Path.of("jenkins", "release.sh").toAbsolutePath().toString());

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        new Tool("jq").isThere();
        Files.createSymbolicLink(folder.resolve("helm"), Program.HELM.require((detail, percent) -> {}));
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void remove() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    @Test
    void aReleaseIsTriedDeployedAndPutBack() throws Exception {
        assertThat(accepts("dry-run", "0.1.0"))
                .contains("The API server takes the chart with binnacle/echo-service:0.1.0");
        assertThat(deployment()).as("after a dry run").isNull();

        accepts("deploy", "0.1.0");
        assertThat(image()).isEqualTo("binnacle/echo-service:0.1.0");
        waitFor(4);

        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("echo-service")
                .scale(6);
        refuses("deploy", "9.9.9", "15s");
        assertThat(accepts("roll-back", "9.9.9")).contains("Revision 1 runs again.");
        assertThat(image()).isEqualTo("binnacle/echo-service:0.1.0");
        DeploymentStatus status = deployment().getStatus();
        assertThat(status.getUpdatedReplicas()).isEqualTo(status.getAvailableReplicas());
    }

    @Test
    void aFirstReleaseThatFailsIsRemoved() throws Exception {
        refuses("deploy", "9.9.9", "10s");

        assertThat(accepts("roll-back", "9.9.9")).contains("Nothing was deployed before");
        assertThat(deployment()).isNull();
    }

    private String accepts(String step, String tag) throws Exception {
        return script.accepts(folder, environment(tag, "240s"), List.of(step));
    }

    private void refuses(String step, String tag, String patience) throws Exception {
        script.refuses(folder, environment(tag, patience), List.of(step));
    }

    private Map<String, String> environment(String tag, String patience) throws Exception {
        var environment = new HashMap<>(Kubectl.in(folder));
        environment.put("NAMESPACE", namespace);
        environment.put("REPOSITORY", "binnacle/echo-service");
        environment.put("TAG", tag);
        environment.put("PATIENCE", patience);
        environment.put("BEFORE", folder.resolve("before").toString());
        environment.put("HELM_CACHE_HOME", folder.resolve("cache").toString());
        return environment;
    }

    private void waitFor(int available) {
        Await.until(
                "the autoscaler's least",
                Duration.ofMinutes(4),
                () -> Objects.requireNonNullElse(deployment().getStatus().getAvailableReplicas(), 0) >= available,
                () -> deployment().getStatus());
    }

    private Deployment deployment() {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("echo-service")
                .get();
    }

    private String image() {
        return deployment()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }
}

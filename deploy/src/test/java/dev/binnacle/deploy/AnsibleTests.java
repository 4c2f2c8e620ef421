package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook that deploys the echo service, on the sandbox's cluster and with its kubectl. */
class AnsibleTests {
    private static final Path PLAYBOOK = Path.of("deploy/ansible/deploy-echo.yml");
    private static final String NAME = "echo-service";

    private final Tool ansible = new Tool("ansible-playbook");
    private final KubernetesClient client = Sandbox.shared().kubernetes().adminClient();
    private final String namespace = "ansible-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    @BeforeEach
    void deploy() throws Exception {
        ansible.isThere();
        client.load(new java.io.ByteArrayInputStream(
                        DEPLOYMENT.replace("NAMESPACE", namespace).getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
        client.apps().deployments().inNamespace(namespace).withName(NAME).waitUntilReady(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void remove() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }

    @Test
    void itsSyntaxIsRightAndTheLinterFindsNothing() throws Exception {
        ansible.accepts(List.of("--syntax-check", PLAYBOOK.toString()));
        Tool linter = new Tool("ansible-lint");
        linter.isThere();
        linter.accepts(List.of("--offline", "--strict", PLAYBOOK.toString()));
    }

    @Test
    void aTagIsDeployedOnceAndWaitedFor() throws Exception {
        assertThat(played("0.1.1", 240)).contains("changed=1").contains("failed=0");

        Deployment deployed = client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(NAME)
                .get();
        assertThat(image(deployed)).isEqualTo("binnacle/echo-service:0.1.1");
        assertThat(deployed.getStatus().getUpdatedReplicas()).isEqualTo(2);
        assertThat(deployed.getStatus().getAvailableReplicas()).isEqualTo(2);
        assertThat(played("0.1.1", 240)).contains("changed=0");
    }

    @Test
    void aTagThatCannotRunIsTakenBackAndTheReasonIsSaid() throws Exception {
        String said = failed("9.9.9", 20);

        assertThat(said)
                .contains("binnacle/echo-service:9.9.9 did not become ready within 20 s;"
                        + " binnacle/echo-service:0.1.0 runs again.");
        Deployment deployed = client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(NAME)
                .get();
        assertThat(image(deployed)).isEqualTo("binnacle/echo-service:0.1.0");
        assertThat(deployed.getStatus().getAvailableReplicas()).isEqualTo(2);
    }

    @Test
    void withoutATagNothingIsDone() throws Exception {
        assertThat(failed("latest", 8)).contains("Say which tag to deploy");
    }

    private String played(String tag, int patience) throws Exception {
        return ansible.accepts(ProjectFiles.ROOT, environment(), arguments(tag, patience));
    }

    private String failed(String tag, int patience) throws Exception {
        return ansible.refuses(ProjectFiles.ROOT, environment(), arguments(tag, patience));
    }

    private List<String> arguments(String tag, int patience) {
        return List.of(
                "-i",
                "localhost,",
                PLAYBOOK.toString(),
                "-e",
                "tag=" + tag,
                "-e",
                "namespace=" + namespace,
                "-e",
                "patience=" + patience);
    }

    private Map<String, String> environment() throws Exception {
        var environment = new HashMap<>(Kubectl.in(folder));
        environment.put("ANSIBLE_LOCAL_TEMP", folder.resolve("ansible").toString());
        environment.put("ANSIBLE_NOCOLOR", "1");
        return environment;
    }

    private static String image(Deployment deployment) {
        return deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    private static final String DEPLOYMENT = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: NAMESPACE}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: echo-service, namespace: NAMESPACE}
            spec:
              replicas: 2
              selector: {matchLabels: {app: echo}}
              template:
                metadata: {labels: {app: echo}}
                spec:
                  terminationGracePeriodSeconds: 5
                  containers:
                    - name: echo-service
                      image: binnacle/echo-service:0.1.0
                      ports: [{name: http, containerPort: 8080}]
                      readinessProbe: {httpGet: {path: /api, port: http}, periodSeconds: 1}
                      resources: {requests: {cpu: 50m, memory: 64Mi}}
            """;
}

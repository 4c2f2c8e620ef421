package dev.binnacle.sandbox.admission;

import com.marcnuri.helm.Helm;
import dev.binnacle.sandbox.Kubernetes;
import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.part.RepositoryFolder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The webhook's chart, installed by Helm in a namespace of its own, for namespaces that the test labels. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INSTALL_SECONDS = 120;

    private final Kubernetes kubernetes = Sandbox.shared().kubernetes();
    /** Without retries, which would hide how long the API server took. */
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(Config.fromKubeconfig(kubernetes.kubeconfig()))
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();

    private final String name;

    /**
     * Returns once the webhook is available.
     *
     * @param name of the release, its namespace and the label {@code judged} of the namespaces that are judged
     */
    Installation(String name, String values) throws IOException {
        this.name = name;
        Sandbox.shared().pods();
        new Helm(chart())
                .install()
                .withName(name)
                .withNamespace(name)
                .createNamespace()
                .withKubeConfigContents(kubernetes.kubeconfig())
                .withValuesFile(values(values))
                .waitReady()
                .withTimeout(INSTALL_SECONDS)
                .call();
    }

    void upgrade(String values) throws IOException {
        new Helm(chart())
                .upgrade()
                .withName(name)
                .withNamespace(name)
                .withKubeConfigContents(kubernetes.kubeconfig())
                .withValuesFile(values(values))
                .waitReady()
                .withTimeout(INSTALL_SECONDS)
                .call();
    }

    private Path values(String values) throws IOException {
        return Files.writeString(
                Files.createTempFile(name, ".yaml"),
                "fullnameOverride: %s%nnamespaces: {matchLabels: {judged: %s}}%n%s".formatted(name, name, values));
    }

    private static Path chart() {
        return RepositoryFolder.find(Path.of("charts", "admission-webhook")).orElseThrow();
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return name;
    }

    /** A namespace that is judged, with more labels. */
    String judged(String suffix, Map<String, String> labels) {
        return createNamespace(name + "-" + suffix, labels, true);
    }

    /** A namespace that is not judged. */
    String free() {
        return createNamespace(name + "-free", Map.of(), false);
    }

    private String createNamespace(String namespace, Map<String, String> labels, boolean judged) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(labels)
                        .addToLabels(judged ? Map.of("judged", name) : Map.of())
                        .endMetadata()
                        .build())
                .serverSideApply();
        await(
                "the service account of " + namespace,
                () -> client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
        return namespace;
    }

    /** Why the API server refuses to create it, or nothing where it would. Nothing is created. */
    Optional<String> refusal(String namespace, HasMetadata object) {
        try {
            client.resource(object).inNamespace(namespace).dryRun().create();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Waits until this rule is in force, which the API server learns a moment after it is written. */
    void awaitJudgement(String namespace) {
        await(
                "a refusal in " + namespace,
                () -> refusal(namespace, Workloads.lacking())
                        .filter(message -> message.contains(Workloads.REFUSAL))
                        .isPresent());
    }

    static void await(String wanted, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + wanted);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    @Override
    public void close() {
        Helm.uninstall(name)
                .withNamespace(name)
                .withKubeConfigContents(kubernetes.kubeconfig())
                .call();
        client.namespaces().withLabel("judged", name).delete();
        client.namespaces().withName(name + "-free").delete();
        client.namespaces().withName(name).delete();
        client.close();
    }
}

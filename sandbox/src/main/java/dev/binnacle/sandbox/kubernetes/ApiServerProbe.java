package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.process.Child;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for the API server, for at most five minutes at each step. */
final class ApiServerProbe {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Config config;

    ApiServerProbe(String kubeconfig) {
        config = Config.fromKubeconfig(kubeconfig);
        config.setRequestRetryBackoffLimit(0);
        config.setConnectionTimeout(2000);
        config.setRequestTimeout(5000);
    }

    /** Waits until it says that it is ready; gives up as soon as the process has ended. */
    void awaitReady(Child process) throws InterruptedException {
        await("The API server", client -> {
            if (!process.alive()) {
                throw new PartFailure("The API server ended: " + String.join(" | ", process.lastLines()));
            }
            return "ok".equals(client.raw("/readyz"));
        });
    }

    /** Waits until the controllers have made what every pod of a namespace needs. */
    void awaitDefaultServiceAccount(String namespace) throws InterruptedException {
        await(
                "The service account of " + namespace,
                client -> client.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
    }

    /** Waits until controllers act again, as a new namespace shows: each looks again after up to half a minute. */
    void awaitControllers() throws InterruptedException {
        String name = "after-restart-" + System.nanoTime();
        Namespace namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        await("A namespace", client -> client.resource(namespace).serverSideApply() != null);
        awaitDefaultServiceAccount(name);
        await("The end of " + name, client -> {
            client.resource(namespace).delete();
            return true;
        });
    }

    private void await(String what, Predicate<KubernetesClient> fact) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            while (!holds(fact, client)) {
                if (System.nanoTime() > deadline) {
                    throw new PartFailure(what + " was not there after " + PATIENCE.toSeconds() + " s.");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean holds(Predicate<KubernetesClient> fact, KubernetesClient client) {
        try {
            return fact.test(client);
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}

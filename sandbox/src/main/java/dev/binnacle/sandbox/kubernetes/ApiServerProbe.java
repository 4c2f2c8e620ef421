package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.process.Child;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for the API server, for at most 90 seconds at each step. */
final class ApiServerProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
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

    /** Waits until the controllers have made what every pod needs. */
    void awaitDefaultServiceAccount() throws InterruptedException {
        await(
                "The first service account",
                client -> client.serviceAccounts()
                                .inNamespace("default")
                                .withName("default")
                                .get()
                        != null);
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

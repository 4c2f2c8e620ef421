package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.kubernetes.ControlPlane;
import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Parts;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A control plane with one node and the pod runner, without kwok: just what the tests of this package need. */
final class PodPlatform {

    static final String NAMESPACE = "pods";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final PodPlatform SHARED = start();

    private final Parts parts;
    private final KubernetesClient client;
    private final Pods pods;

    private PodPlatform(Parts parts) throws IOException {
        this.parts = parts;
        parts.require(NodePart.NAME);
        String kubeconfig = Files.readString(Path.of(parts.addresses().get(Addresses.KUBECONFIG)));
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
        pods = new Pods(Path.of(parts.addresses().get(Pods.DIRECTORY)));
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        await(
                "the service account",
                () -> client.serviceAccounts()
                                .inNamespace(NAMESPACE)
                                .withName("default")
                                .get()
                        != null);
    }

    static PodPlatform shared() {
        return SHARED;
    }

    private static PodPlatform start() {
        try {
            Clock clock = Clock.systemUTC();
            Parts parts = new Parts(
                    Files.createTempDirectory("binnacle-pods-"),
                    clock,
                    List.of(new ControlPlane(clock), new PodsPart(clock), new NodePart()));
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "pods-stop"));
            return new PodPlatform(parts);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    KubernetesClient client() {
        return client;
    }

    Pods pods() {
        return pods;
    }

    String proxy() {
        return parts.addresses().get(PodsPart.PROXY);
    }

    Pod create(Pod pod) {
        return client.pods().inNamespace(NAMESPACE).resource(pod).create();
    }

    Pod get(String name) {
        return client.pods().inNamespace(NAMESPACE).withName(name).get();
    }

    /** The pod once it is as wanted; fails with what it is instead when that takes too long. */
    Pod await(String name, String wanted, Predicate<Pod> condition) {
        await(name + " to be " + wanted, () -> {
            Pod pod = get(name);
            return pod != null && condition.test(pod);
        });
        return get(name);
    }

    void await(String wanted, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + wanted + "; pods: "
                        + client.pods().inNamespace(NAMESPACE).list().getItems().stream()
                                .map(pod -> pod.getMetadata().getName() + " " + pod.getStatus())
                                .toList());
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}

package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sandbox's Kubernetes: a real control plane, pretended nodes, real pods for the bundled images. */
public final class Kubernetes extends StoppablePart {

    Kubernetes(PartControl control) {
        super(control, "kubernetes");
    }

    /** The administrator's kubeconfig, as text. */
    public String kubeconfig() {
        try {
            return Files.readString(Path.of(address(Addresses.KUBECONFIG)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's kubeconfig cannot be read", e);
        }
    }

    /** A new client that may do everything; the caller closes it. */
    public KubernetesClient adminClient() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig()))
                .build();
    }

    /** Stops and starts the API server alone, as an upgrade would, and returns when it and its controllers answer again. */
    public void restartApiServer() {
        restart("kube-apiserver");
    }
}

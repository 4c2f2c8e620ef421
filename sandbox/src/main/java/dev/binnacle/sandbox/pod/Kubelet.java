package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.egress.Routes;
import dev.binnacle.sandbox.pod.log.PodLogs;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every pod's worker works with.
 *
 * @param volumes the folder for the volumes of pods
 */
record Kubelet(
        KubernetesClient client,
        Images images,
        PodAddresses addresses,
        Routes routes,
        PodLogs logs,
        KubeletEvents events,
        Path volumes,
        Path java,
        Clock clock) {

    /** The address of every node: they are all this machine. */
    static final String HOST_ADDRESS = "127.0.0.1";
}

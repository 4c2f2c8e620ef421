package dev.binnacle.sandbox.pod.kubelet;

import java.util.List;
import java.util.Optional;

/** The pods that run here as processes. */
public interface ServedPods {

    /** Whether the pod runs here. */
    boolean has(String namespace, String pod);

    /** The log of a container's current run, or of the one before. Nothing where there was no such run. */
    Optional<ServedLog> log(String namespace, String pod, String container, boolean previous);

    /** What the containers that run on the node have used up to now. */
    List<ContainerUsage> usage(String node);
}

package dev.binnacle.sandbox.seed;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * A container of a pod that kwok plays and that is to have a log.
 *
 * @param restart how often it was restarted before this run
 * @param script the name of what it writes
 */
record PretendedContainer(
        String namespace, String pod, String uid, String container, int restart, String script, boolean running) {
    /** The annotation that names a script. */
    static final String SCRIPT = "sandbox.binnacle.dev/log";

    static List<PretendedContainer> of(Pod pod) {
        String script = pod.getMetadata().getAnnotations().get(SCRIPT);
        if (script == null || pod.getStatus() == null) {
            return List.of();
        }
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> status.getContainerID() != null)
                .map(status -> of(pod, status, script))
                .toList();
    }

    private static PretendedContainer of(Pod pod, ContainerStatus status, String script) {
        boolean running = Optional.ofNullable(status.getState())
                .map(state -> state.getRunning() != null)
                .orElse(false);
        return new PretendedContainer(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid(),
                status.getName(),
                status.getRestartCount(),
                script,
                running);
    }
}

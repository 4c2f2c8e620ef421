package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Optional;

/** What a pod's status says of runs before this sandbox was started: as after a restart of the node, they count. */
final class EarlierRuns {

    /** What the kubelet reports of a container whose end it has not seen. */
    private static final int UNKNOWN_EXIT = 255;

    private EarlierRuns() {}

    static ContainerView of(Pod pod, String container, Instant now) {
        Optional<ContainerStatus> before = Optional.ofNullable(pod.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream()
                        .filter(candidate -> candidate.getName().equals(container))
                        .findFirst())
                .filter(status -> status.getContainerID() != null);
        return before.map(status -> ContainerView.creating().after(status.getRestartCount() + 1, end(status, now)))
                .orElseGet(ContainerView::creating);
    }

    private static ContainerState end(ContainerStatus before, Instant now) {
        ContainerState state = before.getState();
        if (state.getTerminated() != null) {
            return state;
        }
        if (state.getRunning() == null) {
            return before.getLastState();
        }
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withContainerID(before.getContainerID())
                .withExitCode(UNKNOWN_EXIT)
                .withReason("Unknown")
                .withStartedAt(state.getRunning().getStartedAt())
                .withFinishedAt(Timestamps.seconds(now))
                .endTerminated()
                .build();
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a container whose log can be read.
 *
 * @param number how many restarts were before it
 * @param previous whether the API server gives its log as that of the run before
 * @param end null where it goes on, or nobody saw its end
 */
record LoggedRun(Pod pod, String container, int number, boolean previous, Container.@Nullable Terminated end) {

    /**
     * The latest run. While a container waits, that is the one that ended: the kubelet gives its log until another
     * begins ({@code validateContainerLogStatus} in
     * https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/kubelet_pods.go).
     *
     * @return nothing where none has begun
     */
    static Optional<LoggedRun> latest(Pod pod, Container container) {
        return switch (container.state()) {
            case Container.Running _ -> Optional.of(run(pod, container, null));
            case Container.Terminated end -> Optional.of(run(pod, container, end));
            case Container.Waiting _ ->
                Optional.ofNullable(container.lastTermination()).map(end -> run(pod, container, end));
        };
    }

    /** @return the run before; of a container that waits, what the kubelet gives as such is the latest */
    static Optional<LoggedRun> before(Pod pod, Container container) {
        if (container.restarts() == 0) {
            return Optional.empty();
        }
        int number = container.restarts() - (container.state() instanceof Container.Waiting ? 0 : 1);
        return Optional.of(new LoggedRun(pod, container.name(), number, true, container.lastTermination()));
    }

    private static LoggedRun run(Pod pod, Container container, Container.@Nullable Terminated end) {
        return new LoggedRun(pod, container.name(), container.restarts(), false, end);
    }

    String key() {
        return pod.uid() + "/" + container + "/" + number;
    }

    boolean isOver() {
        return end != null;
    }

    /** Whether no line of it is that new. Its end is known to the second. */
    boolean endedBefore(Instant time) {
        Instant finishedAt = end == null ? null : end.finishedAt();
        return finishedAt != null && finishedAt.plusSeconds(1).isBefore(time);
    }
}

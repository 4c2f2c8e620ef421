package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Container.Running;
import dev.binnacle.portal.cluster.Container.Terminated;
import dev.binnacle.portal.cluster.Container.Waiting;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod is not ready.
 *
 * @param blocking whether it will not pass by waiting: a start takes its time, a missing image does not
 * @param word for a table: "Crash looping"
 * @param says a sentence: "Container web ended with exit code 1, 14 times"
 * @param since when it began, where the cluster says so
 */
record PodTrouble(
        boolean blocking,
        String word,
        String says,
        @Nullable Instant since) {

    private static final int MANY_RESTARTS = 3;

    /** @return empty where the pod is ready, has done its work, or is being deleted */
    static Optional<PodTrouble> of(Pod pod) {
        if (pod.ready() || pod.deletedAt() != null || pod.phase() == PodPhase.SUCCEEDED) {
            return Optional.empty();
        }
        if (pod.phase() == PodPhase.FAILED) {
            return Optional.of(failed(pod));
        }
        if (pod.node().isEmpty()) {
            return Optional.of(unscheduled(pod));
        }
        Stream<PodTrouble> troubles = pod.containers().stream().flatMap(container -> ofContainer(container).stream());
        return Optional.of(troubles.min(Comparator.comparing((PodTrouble trouble) -> !trouble.blocking()))
                .orElseGet(() -> unready(pod)));
    }

    private static PodTrouble failed(Pod pod) {
        String reason = pod.reason().isEmpty() ? "failed" : "failed: " + pod.reason();
        String message = pod.message().isEmpty() ? "" : ". " + pod.message();
        return new PodTrouble(
                true, pod.reason().equals("Evicted") ? "Evicted" : "Failed", "A pod " + reason + message, null);
    }

    private static PodTrouble unscheduled(Pod pod) {
        return pod.reason().equals("Unschedulable")
                ? new PodTrouble(
                        true, "Pending", "No node takes it: " + SchedulerWords.of(pod.message()), pod.createdAt())
                : new PodTrouble(
                        pod.reason().equals("SchedulingGated"),
                        "Pending",
                        pod.reason().equals("SchedulingGated")
                                ? "A scheduling gate holds it back"
                                : "It waits for the scheduler",
                        pod.createdAt());
    }

    private static Optional<PodTrouble> ofContainer(Container container) {
        return switch (container.state()) {
            case Waiting waiting -> Optional.of(waiting(container, waiting));
            case Running running when container.ready() || container.init() -> Optional.empty();
            case Running running -> Optional.of(notReady(container, running));
            case Terminated ended when container.init() && ended.exitCode() == 0 -> Optional.empty();
            case Terminated ended ->
                Optional.of(new PodTrouble(
                        container.restarts() >= MANY_RESTARTS || container.init(),
                        "Ended",
                        "Container " + container.name() + " ended: " + ExitCodes.words(ended),
                        ended.finishedAt()));
        };
    }

    private static PodTrouble waiting(Container container, Waiting waiting) {
        String name = "Container " + container.name();
        Terminated last = container.lastTermination();
        return switch (waiting.reason()) {
            case "CrashLoopBackOff" ->
                new PodTrouble(
                        true,
                        "Crash looping",
                        name + " keeps ending"
                                + (last == null ? "" : ": " + ExitCodes.words(last))
                                + ", " + times(container.restarts()) + " restarted",
                        last == null ? null : last.finishedAt());
            case "ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull" ->
                new PodTrouble(
                        true,
                        "Image missing",
                        name + " cannot start: its image " + container.image() + " cannot be pulled ("
                                + waiting.reason() + ")",
                        null);
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                new PodTrouble(
                        true,
                        "Cannot start",
                        name + " cannot start" + (waiting.message().isEmpty() ? "" : ": " + waiting.message()),
                        null);
            default -> new PodTrouble(false, "Starting", name + " has not started yet", null);
        };
    }

    private static PodTrouble notReady(Container container, Running running) {
        Terminated last = container.lastTermination();
        boolean often = container.restarts() >= MANY_RESTARTS && last != null;
        return new PodTrouble(
                often,
                often ? "Restarting" : "Not ready",
                "Container " + container.name() + " runs but is not ready"
                        + (last == null
                                ? ""
                                : "; before, it ended " + times(container.restarts()) + ", last "
                                        + ExitCodes.words(last)),
                running.since());
    }

    private static PodTrouble unready(Pod pod) {
        return new PodTrouble(false, "Not ready", "Its containers run, but it is not ready", pod.startedAt());
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }
}

package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Outcome.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from a workload and its new pods why a rollout does not get on. */
final class Symptoms {
    private static final Set<String> IMAGE =
            Set.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable");
    private static final Set<String> CONFIGURATION =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

    private Symptoms() {}

    /** @return the first that is found, the most telling kind first; empty where nothing is wrong */
    static Optional<Symptom> of(Workload workload, Pods pods) {
        return Stream.of(refused(workload), crashed(pods), notPulled(pods), notCreated(pods), noRoom(pods))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Symptom> refused(Workload workload) {
        return workload.conditions().stream()
                .filter(condition -> condition.type().equals("ReplicaFailure") && condition.holds())
                .map(Condition::message)
                .map(message -> new Symptom(Cause.REFUSED, "The cluster refuses to create its pods.", bounded(message)))
                .findFirst();
    }

    private static Optional<Symptom> crashed(Pods pods) {
        return first(
                pods,
                (pod, container) -> container.restarts() > 0
                        && container.lastTermination() != null
                        && (container.state() instanceof Container.Waiting waiting
                                ? waiting.reason().equals("CrashLoopBackOff")
                                : container.restarts() > 2 && !container.ready()),
                (pod, container) -> {
                    var last = java.util.Objects.requireNonNull(container.lastTermination());
                    return new Symptom(
                            Cause.CRASH,
                            "The container " + container.name() + " of " + pod.name() + " ended " + container.restarts()
                                    + (container.restarts() == 1 ? " time" : " times") + ", last "
                                    + ExitCode.words(last.exitCode(), last.reason()) + ".",
                            bounded(last.message()),
                            pod.name(),
                            container.name());
                });
    }

    private static Optional<Symptom> notPulled(Pods pods) {
        return waiting(pods, IMAGE, Cause.IMAGE_PULL, "The image {image} cannot be pulled for {pod}.");
    }

    private static Optional<Symptom> notCreated(Pods pods) {
        return waiting(pods, CONFIGURATION, Cause.CRASH, "The container {container} of {pod} cannot be created.");
    }

    private static Optional<Symptom> waiting(Pods pods, Set<String> reasons, Cause cause, String says) {
        return first(
                pods,
                (_, container) ->
                        container.state() instanceof Container.Waiting waiting && reasons.contains(waiting.reason()),
                (pod, container) -> {
                    var waiting = (Container.Waiting) container.state();
                    return new Symptom(
                            cause,
                            says.replace("{image}", container.image())
                                    .replace("{pod}", pod.name())
                                    .replace("{container}", container.name()),
                            bounded(waiting.message().isEmpty() ? waiting.reason() : waiting.message()));
                });
    }

    private static Optional<Symptom> noRoom(Pods pods) {
        List<Pod> pending = pods.fresh().stream()
                .filter(pod -> pod.phase() == PodPhase.PENDING
                        && pod.node().isEmpty()
                        && pod.reason().equals("Unschedulable"))
                .toList();
        return pending.stream()
                .findFirst()
                .map(pod -> new Symptom(
                        Cause.NO_ROOM,
                        "No node has room for " + pending.size() + (pending.size() == 1 ? " new pod." : " new pods."),
                        bounded(pod.message())));
    }

    private interface Matches {
        boolean test(Pod pod, Container container);
    }

    private interface Describes {
        Symptom apply(Pod pod, Container container);
    }

    private static Optional<Symptom> first(Pods pods, Matches matches, Describes describes) {
        return pods.fresh().stream()
                .flatMap(pod -> pod.containers().stream()
                        .filter(container -> matches.test(pod, container))
                        .map(container -> describes.apply(pod, container)))
                .findFirst();
    }

    private static String bounded(String message) {
        String line = message.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 500 ? line : line.substring(0, 500) + "…";
    }
}

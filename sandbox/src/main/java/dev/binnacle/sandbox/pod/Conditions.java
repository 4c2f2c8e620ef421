package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a pod, each with the time at which it last changed. */
final class Conditions {

    private final Map<String, PodCondition> last = new HashMap<>();

    Conditions(Pod pod) {
        if (pod.getStatus() != null) {
            pod.getStatus().getConditions().forEach(condition -> last.put(condition.getType(), condition));
        }
    }

    List<PodCondition> of(String phase, boolean initialized, List<ContainerStatus> containers, Instant now) {
        List<String> unready = containers.stream()
                .filter(container -> !container.getReady())
                .map(ContainerStatus::getName)
                .toList();
        boolean ready = initialized && unready.isEmpty();
        String reason = ready ? "" : phase.equals("Succeeded") ? "PodCompleted" : "ContainersNotReady";
        String message =
                reason.equals("ContainersNotReady") ? "containers with unready status: " + bracketed(unready) : "";
        return List.of(
                condition("PodReadyToStartContainers", true, "", "", now),
                condition("Initialized", initialized, initialized ? "" : "ContainersNotInitialized", "", now),
                condition("Ready", ready, reason, message, now),
                condition("ContainersReady", ready, reason, message, now),
                condition("PodScheduled", true, "", "", now));
    }

    private PodCondition condition(String type, boolean met, String reason, String message, Instant now) {
        String status = met ? "True" : "False";
        PodCondition before = last.get(type);
        String since = before != null && status.equals(before.getStatus())
                ? before.getLastTransitionTime()
                : Timestamps.seconds(now);
        PodCondition condition = new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason.isEmpty() ? null : reason)
                .withMessage(message.isEmpty() ? null : message)
                .withLastTransitionTime(since)
                .build();
        last.put(type, condition);
        return condition;
    }

    private static String bracketed(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }
}

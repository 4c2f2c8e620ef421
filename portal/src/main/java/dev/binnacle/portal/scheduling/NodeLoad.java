package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Resources;
import java.util.Comparator;
import java.util.List;

/**
 * A node and what the scheduler counts on it: the requests of every pod bound to it that has not ended.
 *
 * @param pods largest CPU request first
 */
record NodeLoad(Node node, List<Pod> pods, Resources requested) {

    static NodeLoad of(Node node, java.util.Collection<Pod> bound) {
        List<Pod> pods = bound.stream()
                .filter(pod -> pod.phase() != PodPhase.SUCCEEDED && pod.phase() != PodPhase.FAILED)
                .sorted(Comparator.comparingLong((Pod pod) -> -pod.requests().cpuMillis())
                        .thenComparing(Pod::namespace)
                        .thenComparing(Pod::name))
                .toList();
        return new NodeLoad(node, pods, pods.stream().map(Pod::requests).reduce(Resources.NONE, Resources::plus));
    }

    /** Returns what may still be requested; negative where more is requested than there is. */
    public Resources free() {
        return node.allocatable().minus(requested);
    }

    int freePods() {
        return node.allocatablePods() - pods.size();
    }

    /** Returns whether the scheduler would consider it for a pod that tolerates nothing. */
    boolean schedulable() {
        return node.ready()
                && !node.cordoned()
                && node.taints().stream().noneMatch(taint -> !taint.effect().equals("PreferNoSchedule"));
    }
}

package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A node.
 *
 * @param zone the label topology.kubernetes.io/zone; empty where there is none
 * @param allocatable what pods may request of it altogether
 * @param allocatablePods how many pods it takes
 */
public record Node(
        String name,
        Instant createdAt,
        Map<String, String> labels,
        String zone,
        boolean ready,
        boolean cordoned,
        Resources allocatable,
        int allocatablePods,
        List<Taint> taints,
        List<Condition> conditions,
        String kubeletVersion) {

    public record Taint(String key, String value, String effect) {}
}

package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A Deployment, StatefulSet or DaemonSet.
 *
 * @param generation counts the changes of its specification; the rollout is seen once {@code observedGeneration} equals it
 * @param desired replicas asked for; for a DaemonSet the nodes that should run a pod
 * @param revision the number of its current revision; 0 where the controller has not given one
 * @param template hash of the current pod template, as its pods carry it; empty where not known
 * @param selector the labels its pods carry, only of the equality form
 * @param containers name and image of each container of the pod template, with its probes in words
 * @param strategy "RollingUpdate", "Recreate" or "OnDelete"
 */
public record Workload(
        WorkloadKey key,
        String uid,
        Instant createdAt,
        Map<String, String> labels,
        Map<String, String> selector,
        long generation,
        long observedGeneration,
        int desired,
        int current,
        int ready,
        int updated,
        int available,
        boolean paused,
        long revision,
        String template,
        String strategy,
        String priorityClass,
        List<TemplateContainer> containers,
        List<Condition> conditions,
        List<TopologySpread> topologySpread) {

    /** A container as the pod template declares it; a probe is empty where there is none. */
    public record TemplateContainer(
            String name,
            String image,
            Resources requests,
            Resources limits,
            String livenessProbe,
            String readinessProbe,
            String startupProbe) {}

    /** @param maxSkew as in the Kubernetes documentation on topology spread constraints */
    public record TopologySpread(String topologyKey, int maxSkew, String whenUnsatisfiable) {}
}

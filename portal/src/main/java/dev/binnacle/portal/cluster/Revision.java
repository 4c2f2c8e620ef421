package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;

/**
 * A former or current pod template of a workload: a ReplicaSet, or a ControllerRevision.
 *
 * @param name of the ReplicaSet or ControllerRevision
 * @param template the hash that its pods carry
 * @param images of its containers, in order
 * @param replicas pods that it has now
 * @param changeCause the annotation kubernetes.io/change-cause; empty where there is none
 */
public record Revision(
        WorkloadKey workload,
        long number,
        String name,
        String template,
        Instant createdAt,
        List<String> images,
        int replicas,
        String changeCause) {}

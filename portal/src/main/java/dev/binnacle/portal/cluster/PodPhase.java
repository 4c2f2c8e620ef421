package dev.binnacle.portal.cluster;

/** Where a pod is in its life, as its status says. */
public enum PodPhase {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    UNKNOWN
}

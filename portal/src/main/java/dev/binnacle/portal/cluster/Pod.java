package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod, with what pages and algorithms need of it.
 *
 * @param workload the workload that owns it, through its ReplicaSet where there is one; null where none does
 * @param revision the pod-template-hash or controller-revision-hash; empty where there is none
 * @param node the node it is bound to; empty while it is pending
 * @param ready whether its Ready condition holds
 * @param requests what the scheduler counts for it (the effective request, init containers and overhead included)
 * @param priority the number that admission resolved
 * @param reason why it is not scheduled, failed or was evicted, as the cluster says it; empty where it says nothing
 * @param message the cluster's sentence for the reason
 * @param deletedAt when its deletion was asked for; null while nobody asked
 */
public record Pod(
        String namespace,
        String name,
        String uid,
        Instant createdAt,
        Map<String, String> labels,
        @Nullable WorkloadKey workload,
        String revision,
        String node,
        String address,
        PodPhase phase,
        boolean ready,
        Resources requests,
        int priority,
        String priorityClass,
        String reason,
        String message,
        List<Container> containers,
        @Nullable Instant startedAt,
        @Nullable Instant deletedAt) {

    /** @return the topic of live pages that show it */
    public String topic() {
        return "pod/" + namespace + "/" + name;
    }
}

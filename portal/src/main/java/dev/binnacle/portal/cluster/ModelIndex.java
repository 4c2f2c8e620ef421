package dev.binnacle.portal.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together: pods by workload and by node, revisions by workload. Each part is made anew when it is asked
 * for after a change, which takes milliseconds for ten thousand pods.
 */
final class ModelIndex {

    private final ClusterRecords records;
    private volatile @Nullable Versioned<PodIndex> pods;
    private volatile @Nullable Versioned<WorkloadIndex> workloads;

    ModelIndex(ClusterRecords records) {
        this.records = records;
    }

    PodIndex pods() {
        long version = records.pods.version();
        Versioned<PodIndex> known = pods;
        if (known == null || known.version() != version) {
            known = new Versioned<>(version, PodIndex.of(records.pods.all()));
            pods = known;
        }
        return known.value();
    }

    WorkloadIndex workloads() {
        long version = records.pods.version()
                + records.replicaSets.version()
                + records.controllerRevisions.version()
                + records.workloads.values().stream().mapToLong(Store::version).sum();
        Versioned<WorkloadIndex> known = workloads;
        if (known == null || known.version() != version) {
            known = new Versioned<>(version, WorkloadIndex.of(records, pods()));
            workloads = known;
        }
        return known.value();
    }

    private record Versioned<T>(long version, T value) {}

    /** Pods by what they belong to. */
    record PodIndex(Map<WorkloadKey, List<Pod>> byWorkload, Map<String, List<Pod>> byNode) {

        static PodIndex of(Iterable<Pod> pods) {
            Map<WorkloadKey, List<Pod>> byWorkload = new HashMap<>();
            Map<String, List<Pod>> byNode = new HashMap<>();
            for (Pod pod : pods) {
                if (pod.workload() != null) {
                    byWorkload
                            .computeIfAbsent(pod.workload(), key -> new ArrayList<>(4))
                            .add(pod);
                }
                if (!pod.node().isEmpty()) {
                    byNode.computeIfAbsent(pod.node(), key -> new ArrayList<>()).add(pod);
                }
            }
            return new PodIndex(byWorkload, byNode);
        }
    }

    /** Workloads with their revisions, newest first. */
    record WorkloadIndex(Map<WorkloadKey, Workload> workloads, Map<WorkloadKey, List<Revision>> revisions) {

        static WorkloadIndex of(ClusterRecords records, PodIndex pods) {
            Map<WorkloadKey, List<Revision>> revisions = new HashMap<>();
            group(revisions, records.replicaSets.all(), Function.identity());
            group(
                    revisions,
                    records.controllerRevisions.all(),
                    revision -> Revisions.counted(
                            revision, pods.byWorkload().getOrDefault(revision.workload(), List.of())));
            revisions
                    .values()
                    .forEach(some ->
                            some.sort(Comparator.comparingLong(Revision::number).reversed()));
            Map<WorkloadKey, Workload> workloads = new HashMap<>();
            for (Store<Workload> store : records.workloads.values()) {
                for (Workload workload : store.all()) {
                    List<Revision> own = revisions.getOrDefault(workload.key(), List.of());
                    workloads.put(workload.key(), Revisions.linked(workload, own));
                }
            }
            return new WorkloadIndex(workloads, revisions);
        }

        private static void group(
                Map<WorkloadKey, List<Revision>> groups,
                Iterable<Revision> revisions,
                Function<Revision, Revision> finished) {
            for (Revision revision : revisions) {
                groups.computeIfAbsent(revision.workload(), key -> new ArrayList<>())
                        .add(finished.apply(revision));
            }
        }
    }
}

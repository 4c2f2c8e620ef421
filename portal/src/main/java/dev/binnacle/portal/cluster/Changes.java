package dev.binnacle.portal.cluster;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what changed in a cluster until somebody asks, at most a few times a second. */
final class Changes {

    private static final Set<String> TOPICS = Set.of("workloads", "pods", "nodes", "autoscalers", "budgets", "events");

    private Set<String> topics = new HashSet<>();
    private Set<WorkloadKey> workloads = new HashSet<>();
    private Set<String> namespaces = new HashSet<>();

    void listenTo(ClusterRecords records) {
        records.workloads
                .values()
                .forEach(store -> store.onChange((before, after) -> {
                    Workload one = either(before, after);
                    note("workloads", one.key().namespace(), one.key());
                }));
        records.replicaSets.onChange(this::revision);
        records.controllerRevisions.onChange(this::revision);
        records.pods.onChange((before, after) -> {
            Pod one = either(before, after);
            note("pods", one.namespace(), one.workload());
        });
        records.nodes.onChange((before, after) -> note("nodes", "", null));
        records.priorityClasses.onChange((before, after) -> note("nodes", "", null));
        records.autoscalers.onChange(
                (before, after) -> note("autoscalers", either(before, after).namespace(), null));
        records.budgets.onChange(
                (before, after) -> note("budgets", either(before, after).namespace(), null));
        records.events.onChange(
                (before, after) -> note("events", either(before, after).namespace(), null));
    }

    /** Notes that what is known of everything changed, as when a watch breaks. */
    synchronized void everything() {
        topics.addAll(TOPICS);
        namespaces.add("");
    }

    /** @return what changed since the last time; null where nothing did */
    synchronized @Nullable Batch take() {
        if (topics.isEmpty()) {
            return null;
        }
        Batch batch = new Batch(topics, workloads, namespaces);
        topics = new HashSet<>();
        workloads = new HashSet<>();
        namespaces = new HashSet<>();
        return batch;
    }

    private void revision(@Nullable Revision before, @Nullable Revision after) {
        Revision one = either(before, after);
        note("workloads", one.workload().namespace(), one.workload());
    }

    private synchronized void note(String topic, String namespace, @Nullable WorkloadKey workload) {
        topics.add(topic);
        namespaces.add(namespace);
        if (workload != null) {
            topics.add("workloads");
            workloads.add(workload);
        }
    }

    private static <T> T either(@Nullable T before, @Nullable T after) {
        T one = after == null ? before : after;
        if (one == null) {
            throw new IllegalStateException("A change of nothing");
        }
        return one;
    }

    /** @param namespaces that changed; the empty one stands for what belongs to no namespace */
    record Batch(Set<String> topics, Set<WorkloadKey> workloads, Set<String> namespaces) {}
}

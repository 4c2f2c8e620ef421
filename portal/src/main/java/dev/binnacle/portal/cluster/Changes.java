package dev.binnacle.portal.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what changed in a cluster until somebody asks. A topic is a whole kind, as in "pods"; or one object, as in
 * "pod/shop/echo-1", so that an open page hears of what it shows and of nothing else.
 */
final class Changes {

    private static final String[] TOPICS = {"cluster", "workloads", "pods", "nodes", "autoscalers", "budgets", "events"
    };

    private volatile Runnable listener = () -> {};
    private Set<String> topics = new HashSet<>();
    private Set<WorkloadKey> workloads = new HashSet<>();
    private Set<String> namespaces = new HashSet<>();

    void listenTo(ClusterRecords records) {
        records.workloads
                .values()
                .forEach(store -> store.onChange((before, after) -> {
                    Workload one = either(before, after);
                    note(one.key().namespace(), one.key());
                }));
        records.replicaSets.onChange(this::revision);
        records.controllerRevisions.onChange(this::revision);
        records.pods.onChange((before, after) -> {
            Pod one = either(before, after);
            note(one.namespace(), one.workload(), "pods", one.topic());
        });
        records.nodes.onChange((before, after) -> note("", null, "nodes"));
        records.priorityClasses.onChange((before, after) -> note("", null, "nodes"));
        records.autoscalers.onChange(
                (before, after) -> note(either(before, after).namespace(), null, "autoscalers"));
        records.budgets.onChange((before, after) -> note(either(before, after).namespace(), null, "budgets"));
        records.events.onChange((before, after) -> {
            String namespace = either(before, after).namespace();
            note(namespace, null, "events", "events/" + namespace);
        });
    }

    /** Calls now, and when there is something to {@link #take} after there was nothing; the listener must not block. */
    void onFirst(Runnable told) {
        listener = told;
        told.run();
    }

    /** Notes that what is known of everything changed, as when a watch breaks. */
    void everything() {
        note("", null, TOPICS);
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
        note(one.workload().namespace(), one.workload());
    }

    private void note(String namespace, @Nullable WorkloadKey workload, String... some) {
        if (added(List.of(some), namespace, workload)) {
            listener.run();
        }
    }

    private synchronized boolean added(Collection<String> some, String namespace, @Nullable WorkloadKey workload) {
        boolean first = topics.isEmpty();
        topics.addAll(some);
        namespaces.add(namespace);
        if (workload != null) {
            topics.add("workloads");
            topics.add(workload.topic());
            workloads.add(workload);
        }
        return first;
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

package dev.binnacle.portal.cluster;

import java.util.List;
import java.util.Map;

/** Everything known of one cluster, kind by kind. */
final class ClusterRecords {

    private static final int EVENTS = 20_000;

    final Interner interner = new Interner();
    final Store<Pod> pods = new Store<>();
    final Store<Node> nodes = new Store<>();
    final Store<Revision> replicaSets = new Store<>();
    final Store<Revision> controllerRevisions = new Store<>();
    final Store<DisruptionBudget> budgets = new Store<>();
    final Store<Autoscaler> autoscalers = new Store<>();
    final Store<PriorityClass> priorityClasses = new Store<>();
    final Store<Event> events = new Store<>(EVENTS, Event::lastSeen);
    final Map<WorkloadKind, Store<Workload>> workloads = Map.of(
            WorkloadKind.DEPLOYMENT, new Store<>(),
            WorkloadKind.STATEFUL_SET, new Store<>(),
            WorkloadKind.DAEMON_SET, new Store<>());

    Store<Workload> workloads(WorkloadKind kind) {
        Store<Workload> store = workloads.get(kind);
        if (store == null) {
            throw new IllegalStateException("No store for " + kind);
        }
        return store;
    }

    /** @return the kinds in the order in which they are listed: owners before pods */
    List<Kind<?>> kinds() {
        return List.of(
                workload("deployments", WorkloadKind.DEPLOYMENT),
                workload("statefulsets", WorkloadKind.STATEFUL_SET),
                workload("daemonsets", WorkloadKind.DAEMON_SET),
                new Kind<>("/apis/apps/v1", "replicasets", true, new ReplicaSetProjection(), replicaSets),
                new Kind<>(
                        "/apis/apps/v1",
                        "controllerrevisions",
                        true,
                        new ControllerRevisionProjection(),
                        controllerRevisions),
                new Kind<>("/api/v1", "nodes", false, new NodeProjection(), nodes),
                new Kind<>("/api/v1", "pods", true, new PodProjection(new Owners(replicaSets)), pods),
                new Kind<>("/apis/policy/v1", "poddisruptionbudgets", true, new BudgetProjection(), budgets),
                new Kind<>(
                        "/apis/autoscaling/v2",
                        "horizontalpodautoscalers",
                        true,
                        new AutoscalerProjection(),
                        autoscalers),
                new Kind<>(
                        "/apis/scheduling.k8s.io/v1",
                        "priorityclasses",
                        false,
                        new PriorityClassProjection(),
                        priorityClasses),
                new Kind<>("/api/v1", "events", true, new EventProjection(), events));
    }

    private Kind<Workload> workload(String plural, WorkloadKind kind) {
        return new Kind<>("/apis/apps/v1", plural, true, new WorkloadProjection(kind), workloads(kind));
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.DisruptionBudget;
import dev.binnacle.portal.cluster.Event;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PriorityClass;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model with what a test puts into it. */
record FakeModel(Freshness freshness, Collection<Workload> workloads, Collection<Pod> pods) implements ClusterModel {

    @Override
    public Optional<Workload> workload(WorkloadKey key) {
        return workloads.stream().filter(workload -> workload.key().equals(key)).findFirst();
    }

    @Override
    public List<Revision> revisions(WorkloadKey key) {
        return List.of(
                new Revision(key, 2, "b", "hash", Fixtures.LONG_AGO, List.of("example/web:1.2"), 1, "<b>why</b>"),
                new Revision(key, 1, "a", "old", Fixtures.LONG_AGO, List.of("example/web:1.1"), 0, ""));
    }

    @Override
    public Optional<Pod> pod(String namespace, String name) {
        return pods.stream().filter(pod -> pod.name().equals(name)).findFirst();
    }

    @Override
    public Collection<Pod> podsOf(WorkloadKey key) {
        return pods.stream().filter(pod -> key.equals(pod.workload())).toList();
    }

    @Override
    public Collection<Pod> podsOn(String node) {
        return List.of();
    }

    @Override
    public Collection<Node> nodes() {
        return List.of(new Node(
                "node-1",
                Fixtures.LONG_AGO,
                Map.of(),
                "",
                true,
                false,
                new Resources(4000, 1L << 33),
                110,
                List.of(),
                List.of(),
                "v1.37.2"));
    }

    @Override
    public Collection<PriorityClass> priorityClasses() {
        return List.of();
    }

    @Override
    public Collection<DisruptionBudget> disruptionBudgets() {
        return List.of();
    }

    @Override
    public Collection<Autoscaler> autoscalers() {
        return List.of();
    }

    @Override
    public List<Event> events(String kind, String namespace, String name) {
        return List.of(new Event(
                namespace,
                kind,
                name,
                true,
                "Unhealthy",
                "<script>alert(1)</script>",
                "kubelet",
                2,
                Fixtures.LONG_AGO,
                Fixtures.LONG_AGO));
    }
}

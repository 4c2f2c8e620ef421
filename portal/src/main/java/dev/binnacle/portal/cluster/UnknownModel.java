package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model of a cluster whose connection cannot be used: it knows nothing, and says why. */
record UnknownModel(String problem, Instant since) implements ClusterModel {

    @Override
    public Freshness freshness() {
        return new Freshness(false, since, problem, Map.of(), "");
    }

    @Override
    public Collection<Workload> workloads() {
        return List.of();
    }

    @Override
    public Optional<Workload> workload(WorkloadKey key) {
        return Optional.empty();
    }

    @Override
    public List<Revision> revisions(WorkloadKey key) {
        return List.of();
    }

    @Override
    public Collection<Pod> pods() {
        return List.of();
    }

    @Override
    public Optional<Pod> pod(String namespace, String name) {
        return Optional.empty();
    }

    @Override
    public Collection<Pod> podsOf(WorkloadKey key) {
        return List.of();
    }

    @Override
    public Collection<Pod> podsOn(String node) {
        return List.of();
    }

    @Override
    public Collection<Node> nodes() {
        return List.of();
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
        return List.of();
    }
}

package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cluster's records as one environment sees them. */
final class ScopedModel implements ClusterModel {

    private static final int EVENTS = 200;

    private final Environment environment;
    private final InformerSet informers;
    private final ClusterRecords records;

    ScopedModel(Environment environment, InformerSet informers) {
        this.environment = environment;
        this.informers = informers;
        this.records = informers.records();
    }

    @Override
    public Freshness freshness() {
        return informers.freshness(environment.namespaces());
    }

    @Override
    public Collection<Workload> workloads() {
        return inScope(
                Collections.unmodifiableCollection(
                        informers.index().workloads().workloads().values()),
                workload -> workload.key().namespace());
    }

    @Override
    public Optional<Workload> workload(WorkloadKey key) {
        return environment.covers(key.namespace())
                ? Optional.ofNullable(informers.index().workloads().workloads().get(key))
                : Optional.empty();
    }

    @Override
    public List<Revision> revisions(WorkloadKey key) {
        return environment.covers(key.namespace())
                ? Collections.unmodifiableList(
                        informers.index().workloads().revisions().getOrDefault(key, List.of()))
                : List.of();
    }

    @Override
    public Collection<Pod> pods() {
        return inScope(records.pods.all(), Pod::namespace);
    }

    @Override
    public Optional<Pod> pod(String namespace, String name) {
        return environment.covers(namespace)
                ? Optional.ofNullable(records.pods.get(new ObjectKey(namespace, name)))
                : Optional.empty();
    }

    @Override
    public Collection<Pod> podsOf(WorkloadKey key) {
        return environment.covers(key.namespace())
                ? Collections.unmodifiableCollection(
                        informers.index().pods().byWorkload().getOrDefault(key, List.of()))
                : List.of();
    }

    @Override
    public Collection<Pod> podsOn(String node) {
        return Collections.unmodifiableCollection(
                informers.index().pods().byNode().getOrDefault(node, List.of()));
    }

    @Override
    public Collection<Node> nodes() {
        return records.nodes.all();
    }

    @Override
    public Collection<PriorityClass> priorityClasses() {
        return records.priorityClasses.all();
    }

    @Override
    public Collection<DisruptionBudget> disruptionBudgets() {
        return inScope(records.budgets.all(), DisruptionBudget::namespace);
    }

    @Override
    public Collection<Autoscaler> autoscalers() {
        return inScope(records.autoscalers.all(), Autoscaler::namespace);
    }

    @Override
    public List<Event> events(String kind, String namespace, String name) {
        if (!namespace.isEmpty() && !environment.covers(namespace)) {
            return List.of();
        }
        return records.events.all().stream()
                .filter(event -> event.object().equals(name)
                        && event.kind().equals(kind)
                        && event.namespace().equals(namespace))
                .sorted(Comparator.comparing(Event::lastSeen).reversed())
                .limit(EVENTS)
                .toList();
    }

    private <T> Collection<T> inScope(Collection<T> all, Function<T, String> namespace) {
        return environment.namespaces().isEmpty()
                ? all
                : all.stream()
                        .filter(one -> environment.covers(namespace.apply(one)))
                        .toList();
    }
}

package dev.binnacle.portal.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The compact in-memory model of one environment's cluster, limited to the namespaces in scope (nodes and priority
 * classes always). Every method answers at once from memory with what is known, which is nothing before the first list:
 * ask {@link #freshness()}. Collections are views or copies that may be iterated while the model changes.
 */
public interface ClusterModel {

    Freshness freshness();

    Collection<Workload> workloads();

    Optional<Workload> workload(WorkloadKey key);

    /** @return newest first */
    List<Revision> revisions(WorkloadKey key);

    Collection<Pod> pods();

    Optional<Pod> pod(String namespace, String name);

    Collection<Pod> podsOf(WorkloadKey key);

    /** @return pods bound to the node, those of namespaces out of scope included: they take its room too */
    Collection<Pod> podsOn(String node);

    Collection<Node> nodes();

    Collection<PriorityClass> priorityClasses();

    Collection<DisruptionBudget> disruptionBudgets();

    Collection<Autoscaler> autoscalers();

    /** @return the latest events about the object, newest first, at most 200 */
    List<Event> events(String kind, String namespace, String name);
}

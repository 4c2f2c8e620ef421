package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Event;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Gathers the events about a workload, its newest revisions and its pods. */
final class WorkloadEvents {

    private static final int SHOWN = 30;
    private static final int PODS_ASKED = 40;

    private WorkloadEvents() {}

    static List<Event> of(Workload workload, Collection<Pod> pods, ClusterModel model) {
        String namespace = workload.key().namespace();
        List<Event> events = new ArrayList<>(model.events(
                workload.key().kind().kind(), namespace, workload.key().name()));
        model.revisions(workload.key()).stream()
                .limit(3)
                .map(Revision::name)
                .forEach(name -> events.addAll(model.events("ReplicaSet", namespace, name)));
        pods.stream()
                .sorted(Comparator.comparing(Pod::ready).thenComparing(Pod::createdAt, Comparator.reverseOrder()))
                .limit(PODS_ASKED)
                .forEach(pod -> events.addAll(model.events("Pod", namespace, pod.name())));
        return events.stream()
                .sorted(Comparator.comparing(Event::lastSeen).reversed())
                .limit(SHOWN)
                .toList();
    }
}

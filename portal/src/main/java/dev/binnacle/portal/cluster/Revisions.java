package dev.binnacle.portal.cluster;

import java.util.List;
import java.util.Optional;

/** Joins workloads, their revisions and their pods, which the API server keeps apart. */
final class Revisions {

    private Revisions() {}

    /** @return the revision with the number of pods that it has now */
    static Revision counted(Revision revision, List<Pod> pods) {
        int replicas = (int) pods.stream()
                .filter(pod -> pod.revision().equals(revision.template()))
                .count();
        return new Revision(
                revision.workload(),
                revision.number(),
                revision.name(),
                revision.template(),
                revision.createdAt(),
                revision.images(),
                replicas,
                revision.changeCause());
    }

    /** @return the workload with the number and the hash of its current revision */
    static Workload linked(Workload workload, List<Revision> newestFirst) {
        Optional<Revision> current = switch (workload.key().kind()) {
            case DEPLOYMENT ->
                newestFirst.stream()
                        .filter(revision -> revision.number() == workload.revision())
                        .findFirst();
            case STATEFUL_SET ->
                newestFirst.stream()
                        .filter(revision -> revision.name().equals(workload.template()))
                        .findFirst();
            case DAEMON_SET -> newestFirst.stream().findFirst();
        };
        return current.map(revision -> of(workload, revision)).orElse(workload);
    }

    private static Workload of(Workload workload, Revision current) {
        return new Workload(
                workload.key(),
                workload.uid(),
                workload.createdAt(),
                workload.labels(),
                workload.selector(),
                workload.generation(),
                workload.observedGeneration(),
                workload.desired(),
                workload.current(),
                workload.ready(),
                workload.updated(),
                workload.available(),
                workload.paused(),
                current.number(),
                current.template(),
                workload.strategy(),
                workload.priorityClass(),
                workload.containers(),
                workload.conditions(),
                workload.topologySpread());
    }
}

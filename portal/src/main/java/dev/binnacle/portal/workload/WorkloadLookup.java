package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.util.stream.Stream;

/** Finds the workload that an address names. */
final class WorkloadLookup {

    private WorkloadLookup() {}

    /**
     * @throws NotFound where the model knows no such workload
     * @throws Unavailable where the model knows nothing yet
     */
    static Workload find(ClusterModel model, String namespace, String kind, String name) {
        return Stream.of(WorkloadKind.values())
                .filter(candidate -> candidate.token().equals(kind))
                .map(candidate -> new WorkloadKey(candidate, namespace, name))
                .flatMap(key -> model.workload(key).stream())
                .findFirst()
                .orElseThrow(
                        () -> missing(model, "There is no " + kind + " " + name + " in namespace " + namespace + "."));
    }

    static RuntimeException missing(ClusterModel model, String sentence) {
        return model.freshness().synced()
                ? new NotFound(sentence)
                : new Unavailable(
                        "Kubernetes",
                        model.freshness().problem().isEmpty()
                                ? "The cluster is being read; try again in a few seconds."
                                : "The cluster could not be read yet. "
                                        + model.freshness().problem(),
                        null);
    }
}

package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Change;
import java.util.List;

/**
 * The pods of a workload during an operation.
 *
 * @param fresh those of the present revision, not being deleted
 * @param old those of former revisions that still are there
 */
public record Pods(List<Pod> fresh, List<Pod> old, int desired, boolean replaced) {

    public static Pods of(ClusterModel model, Workload workload, Change change) {
        List<Pod> pods = List.copyOf(model.podsOf(workload.key()));
        List<Pod> fresh = pods.stream()
                .filter(pod -> pod.deletedAt() == null)
                .filter(pod -> pod.revision().equals(workload.template()))
                .toList();
        List<Pod> old = pods.stream()
                .filter(pod -> !pod.revision().equals(workload.template()))
                .toList();
        return new Pods(fresh, old, workload.desired(), change.replacesPods());
    }

    public long ready() {
        return fresh.stream().filter(Pod::ready).count();
    }

    /** @return the counts in words: "2 of 4 new pods ready, 2 old ones left" */
    public String says() {
        if (!replaced) {
            return ready() + " of " + desired + (desired == 1 ? " pod ready" : " pods ready");
        }
        return ready() + " of " + desired + (desired == 1 ? " new pod ready" : " new pods ready")
                + (old.isEmpty() ? "" : ", " + old.size() + (old.size() == 1 ? " old one left" : " old ones left"));
    }
}

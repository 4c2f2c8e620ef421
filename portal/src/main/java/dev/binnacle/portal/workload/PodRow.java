package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.web.Status;
import java.util.List;
import java.util.Optional;

/** A pod with its state in a word. */
record PodRow(Pod pod, Status status, String word, String why, int restarts) {

    static PodRow of(Pod pod) {
        int restarts = WorkloadRow.restarts(List.of(pod));
        if (pod.deletedAt() != null) {
            return new PodRow(pod, Status.PROGRESS, "Ending", "", restarts);
        }
        Optional<PodTrouble> trouble = PodTrouble.of(pod);
        if (trouble.isPresent()) {
            Status status = trouble.get().blocking() ? Status.CRITICAL : Status.PROGRESS;
            return new PodRow(pod, status, trouble.get().word(), trouble.get().says(), restarts);
        }
        return pod.phase() == PodPhase.SUCCEEDED
                ? new PodRow(pod, Status.OK, "Done", "", restarts)
                : new PodRow(pod, Status.OK, "Ready", "", restarts);
    }
}

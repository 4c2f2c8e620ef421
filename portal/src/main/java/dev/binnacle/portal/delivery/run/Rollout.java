package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKind;

/**
 * How far a rollout is, as {@code kubectl rollout status} defines it (<a
 * href="https://github.com/kubernetes/kubectl/blob/master/pkg/polymorphichelpers/rollout_status.go">source</a>).
 */
enum Rollout {
    /** The controller has not looked at the change yet. */
    UNSEEN,
    MOVING,
    /** Every pod is of the new revision and available, and no old one is left. */
    COMPLETE,
    /** The Deployment made no progress for as long as it allows itself. */
    DEADLINE_EXCEEDED;

    /** @param generation that the change made */
    static Rollout of(Workload workload, long generation) {
        if (workload.generation() < generation || workload.observedGeneration() < workload.generation()) {
            return UNSEEN;
        }
        boolean exceeded = workload.key().kind() == WorkloadKind.DEPLOYMENT
                && workload.conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Progressing")
                                && condition.reason().equals("ProgressDeadlineExceeded"));
        if (exceeded) {
            return DEADLINE_EXCEEDED;
        }
        boolean replaced = workload.updated() >= workload.desired() && workload.current() <= workload.updated();
        return replaced && workload.available() >= workload.desired() ? COMPLETE : MOVING;
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Workload;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Weighs what the cluster says of a workload. A rollout is finished once the controller has seen the newest
 * specification, every pod is of the newest template, and all of them are available.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status">Deployment
 *     status</a>
 */
final class Judgement {

    private final Workload workload;
    private final Collection<Pod> pods;

    Judgement(Workload workload, Collection<Pod> pods) {
        this.workload = workload;
        this.pods = pods;
    }

    WorkloadVerdict verdict() {
        String because = because();
        if (workload.desired() == 0) {
            return idle(because);
        }
        if (workload.ready() >= workload.desired() && !rolling()) {
            return workload.paused()
                    ? new WorkloadVerdict(WorkloadState.PAUSED, "is paused: changes wait; " + ready(), because)
                    : new WorkloadVerdict(WorkloadState.HEALTHY, ready(), because);
        }
        boolean stuck = refused().isPresent()
                || late()
                || worst().filter(PodTrouble::blocking).isPresent();
        if (workload.ready() == 0 && (stuck || !rolling())) {
            return new WorkloadVerdict(WorkloadState.FAILING, "has no ready pod of " + workload.desired(), because);
        }
        if (stuck) {
            String says = ready() + (rolling() ? ", and its rollout is stuck: " + updated() : "");
            return new WorkloadVerdict(WorkloadState.DEGRADED, says, because);
        }
        if (workload.paused() && workload.ready() >= workload.desired()) {
            return new WorkloadVerdict(WorkloadState.PAUSED, "is paused in a rollout: " + updated(), because);
        }
        return rolling()
                ? new WorkloadVerdict(WorkloadState.ROLLING_OUT, "rolls out: " + updated() + ", " + ready(), because)
                : new WorkloadVerdict(WorkloadState.DEGRADED, ready(), because);
    }

    private WorkloadVerdict idle(String because) {
        String says = workload.current() > 0
                ? "is scaled to zero; " + count(workload.current()) + " still there"
                : switch (workload.key().kind()) {
                    case DAEMON_SET -> "has no node to run on";
                    case DEPLOYMENT, STATEFUL_SET -> "is scaled to zero";
                };
        return new WorkloadVerdict(WorkloadState.SCALED_TO_ZERO, says, because);
    }

    private boolean rolling() {
        if (workload.generation() > workload.observedGeneration()) {
            return true;
        }
        boolean byHand = workload.strategy().equals("OnDelete");
        return !byHand
                && (workload.updated() < workload.desired()
                        || workload.current() > workload.desired()
                        || (fresh() && workload.available() < workload.desired()));
    }

    /** Whether the rollout's own condition says that it is under way, so that pods which start are no fault yet. */
    private boolean fresh() {
        return condition("Progressing")
                .filter(progressing ->
                        progressing.holds() && !progressing.reason().equals("NewReplicaSetAvailable"))
                .isPresent();
    }

    private boolean late() {
        return condition("Progressing")
                .filter(progressing -> progressing.reason().equals("ProgressDeadlineExceeded"))
                .isPresent();
    }

    private Optional<Condition> refused() {
        return condition("ReplicaFailure").filter(Condition::holds);
    }

    private Optional<Condition> condition(String type) {
        return workload.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    private Optional<PodTrouble> worst() {
        return pods.stream()
                .flatMap(pod -> PodTrouble.of(pod).stream())
                .min(Comparator.comparing((PodTrouble trouble) -> !trouble.blocking()));
    }

    private String because() {
        if (refused().isPresent()) {
            return Refusals.words(refused().get().message());
        }
        String trouble = worst().map(PodTrouble::says).map(says -> says + ".").orElse("");
        return late() ? (trouble + " It took longer than its progress deadline.").strip() : trouble;
    }

    private String ready() {
        if (workload.desired() == 1) {
            return workload.ready() >= 1 ? "its pod is ready" : "its pod is not ready";
        }
        return workload.ready() >= workload.desired()
                ? "all " + workload.desired() + " pods are ready"
                : workload.ready() + " of " + workload.desired() + " pods " + (workload.ready() == 1 ? "is" : "are")
                        + " ready";
    }

    private String updated() {
        return workload.generation() > workload.observedGeneration()
                ? "the controller has not seen the latest change yet"
                : Math.min(workload.updated(), workload.desired()) + " of " + workload.desired() + " pods are new";
    }

    private static String count(int pods) {
        return pods == 1 ? "1 pod is" : pods + " pods are";
    }
}

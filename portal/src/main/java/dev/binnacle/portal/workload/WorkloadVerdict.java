package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Workload;
import java.util.Collection;
import java.util.Locale;

/**
 * What there is to say of one workload.
 *
 * @param says a sentence without its subject, as in "1 of 3 pods is ready"
 * @param because the reason, in a sentence that names container, exit code or node; empty where nothing is wrong
 */
public record WorkloadVerdict(WorkloadState state, String says, String because) {

    /**
     * Judges by what the cluster says of a workload and of its pods, and by nothing else.
     *
     * @param pods of the workload, of every revision
     */
    public static WorkloadVerdict of(Workload workload, Collection<Pod> pods) {
        return new Judgement(workload, pods).verdict();
    }

    /** @return the sentence made to follow the workload's name, as in "is degraded: 1 of 3 pods is ready" */
    public String predicate() {
        return says.matches("(is|has|rolls) .*") ? says : "is " + state.word().toLowerCase(Locale.ROOT) + ": " + says;
    }
}

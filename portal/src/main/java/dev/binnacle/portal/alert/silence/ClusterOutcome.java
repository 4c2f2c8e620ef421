package dev.binnacle.portal.alert.silence;

import dev.binnacle.portal.problem.Problem;

/**
 * What one cluster of Alertmanagers did.
 *
 * @param cluster the addresses of its members
 * @param problem why it did not; empty where it did
 */
public record ClusterOutcome(String cluster, String problem) {

    /** Makes the call, and keeps what was wrong with it. */
    public static ClusterOutcome of(String cluster, Runnable call) {
        try {
            call.run();
            return new ClusterOutcome(cluster, "");
        } catch (Problem problem) {
            return new ClusterOutcome(cluster, problem.sentence());
        }
    }

    public boolean done() {
        return problem.isEmpty();
    }
}

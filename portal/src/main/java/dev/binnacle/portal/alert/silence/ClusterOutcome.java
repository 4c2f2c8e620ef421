package dev.binnacle.portal.alert.silence;

/**
 * What one cluster of Alertmanagers did.
 *
 * @param cluster the addresses of its members
 * @param problem why it did not; empty where it did
 */
public record ClusterOutcome(String cluster, String problem) {

    public boolean done() {
        return problem.isEmpty();
    }
}

package dev.binnacle.portal.delivery.observed;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.web.Status;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change to a workload that Binnacle did not make.
 *
 * @param id the reporter's own; in an environment it stands for one change
 * @param manager what made it: "Jenkins"
 * @param says what was done, in words
 * @param link to the build, or wherever it is told in full
 * @param reportedBy the account or token that told of it
 * @param at when it was told
 */
public record ObservedChange(
        String id,
        WorkloadKey workload,
        String manager,
        String says,
        Outcome outcome,
        @Nullable URI link,
        String reportedBy,
        Instant at) {

    /** How it ended. */
    public enum Outcome {
        SUCCEEDED(Status.OK, "Succeeded"),
        FAILED(Status.CRITICAL, "Failed");

        private final Status status;
        private final String word;

        Outcome(Status status, String word) {
            this.status = status;
            this.word = word;
        }

        public Status status() {
            return status;
        }

        public String word() {
            return word;
        }
    }

    boolean tellsTheSameAs(ObservedChange other) {
        return id.equals(other.id)
                && workload.equals(other.workload)
                && manager.equals(other.manager)
                && says.equals(other.says)
                && outcome == other.outcome
                && java.util.Objects.equals(link, other.link);
    }
}

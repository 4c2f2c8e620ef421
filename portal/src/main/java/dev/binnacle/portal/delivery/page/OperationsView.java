package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.delivery.operation.Filter;
import dev.binnacle.portal.delivery.operation.Kept;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of operations.
 *
 * @param counts how many match the filter, by outcome
 * @param older the number that the next page begins below; null on the last page
 */
record OperationsView(
        Filter filter,
        List<Row> rows,
        Map<String, Long> counts,
        List<String> accounts,
        @Nullable Long older) {
    static final List<String> KINDS =
            List.of("redeploy", "deploy", "rollback", "scale", "pause", "resume", "deploy-echo");
    static final List<String> OUTCOMES = List.of("progress", "succeeded", "failed", "undone");

    /**
     * One operation.
     *
     * @param stands its outcome or stage in a word or two
     * @param note what else is to be said of the outcome; may be empty
     */
    public record Row(Operation operation, Status status, String stands, String note, Instant askedAt, Duration took) {
        static Row of(Kept kept, Instant now) {
            Stage stage = kept.operation().stage();
            String word = stage.token();
            return new Row(
                    kept.operation(),
                    OperationLists.status(stage),
                    Character.toUpperCase(word.charAt(0)) + word.substring(1),
                    stage instanceof Stage.Ended ended && ended.outcome() instanceof Outcome.Failed failed
                            ? failed.says()
                            : stage instanceof Stage.Running running ? running.figure() : "",
                    kept.askedAt(),
                    Duration.between(kept.askedAt(), kept.endedAt() == null ? now : kept.endedAt()));
        }
    }

    public List<String> kinds() {
        return KINDS;
    }

    public List<String> outcomes() {
        return OUTCOMES;
    }

    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public boolean filtered() {
        return !(filter.find() + filter.kind() + filter.outcome() + filter.account()).isEmpty();
    }

    public Verdict verdict() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return new Verdict(
                    Status.OK, filtered() ? "No operation matches the filter." : "Nothing was changed from here yet.");
        }
        long running = count("progress");
        String past = count("succeeded") + " succeeded, " + count("failed") + " failed, " + count("undone")
                + " undone, of " + all + (filtered() ? " that match." : ".");
        return running == 0
                ? new Verdict(Status.OK, "No operation is in progress.", past)
                : new Verdict(
                        Status.PROGRESS,
                        running == 1 ? "1 operation is in progress." : running + " operations are in progress.",
                        past);
    }
}

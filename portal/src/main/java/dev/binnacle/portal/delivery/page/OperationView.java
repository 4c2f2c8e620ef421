package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Kept;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.delivery.operation.Step;
import dev.binnacle.portal.delivery.run.Pods;
import dev.binnacle.portal.web.LogLinks;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an operation.
 *
 * @param pods as they are now; null where the rollout has not begun or is over
 * @param before the revision to roll back to after a failure; null where there is none
 */
record OperationView(
        Kept kept,
        List<Step> steps,
        @Nullable Pods pods,
        @Nullable Long before,
        Instant now) {

    private static final Duration BESIDE = Duration.ofMinutes(10);

    /** @param status null while it is to come */
    public record Mark(String label, @Nullable Status status, boolean current) {}

    public Operation operation() {
        return kept.operation();
    }

    public Request request() {
        return kept.operation().request();
    }

    public String title() {
        return request().says();
    }

    /** @return until when it can be undone; null once it cannot */
    public @Nullable Instant undoUntil() {
        return operation().stage() instanceof Stage.Confirmed confirmed ? confirmed.applyAt() : null;
    }

    public Outcome.@Nullable Failed failure() {
        return operation().stage() instanceof Stage.Ended ended && ended.outcome() instanceof Outcome.Failed failed
                ? failed
                : null;
    }

    public boolean offersRollback() {
        return failure() != null
                && before != null
                && operation().request().change().replacesPods();
    }

    /** @return the link to its workload's lines, from shortly before it to shortly after it, or until now */
    public String lines() {
        WorkloadKey workload = request().workload();
        return LogLinks.ofWorkload(
                        request().environment(), workload.kind().token(), workload.namespace(), workload.name())
                .during(
                        kept.askedAt().minus(BESIDE),
                        kept.endedAt() == null ? null : kept.endedAt().plus(BESIDE));
    }

    public Duration took() {
        return Duration.between(kept.askedAt(), kept.endedAt() == null ? now : kept.endedAt());
    }

    public Verdict verdict() {
        Status status = OperationLists.status(operation().stage());
        return switch (operation().stage()) {
            case Stage.Planned _ -> new Verdict(status, "Planned, and not confirmed.");
            case Stage.Confirmed _ -> new Verdict(status, "Confirmed. Nothing is changed yet: it can still be undone.");
            case Stage.Running running ->
                running.suspicion() != null
                        ? new Verdict(Status.WARNING, "Something is wrong, but may still pass.", last())
                        : new Verdict(
                                status, running.applied() == null ? "The change is being written." : moving(running));
            case Stage.Verifying _ -> new Verdict(status, "The rollout is complete and is being watched for a moment.");
            case Stage.Ended ended ->
                switch (ended.outcome()) {
                    case Outcome.Succeeded succeeded -> new Verdict(status, succeeded.says());
                    case Outcome.Failed failed -> new Verdict(status, "Failed: " + failed.says(), failed.because());
                    case Outcome.Undone undone -> new Verdict(status, undone.says());
                };
        };
    }

    /** @return the stages in order, as far as this operation came */
    public List<Mark> marks() {
        int reached = switch (operation().stage()) {
            case Stage.Planned _ -> 0;
            case Stage.Confirmed _ -> 1;
            case Stage.Running _ -> 2;
            case Stage.Verifying _ -> 3;
            case Stage.Ended _ -> 4;
        };
        var end = operation().stage() instanceof Stage.Ended
                ? OperationLists.status(operation().stage())
                : null;
        return List.of(
                mark("Plan", 0, reached),
                mark("Confirmed", 1, reached),
                mark("Progress", 2, reached),
                end == null || end == Status.OK
                        ? mark("Verified", 3, reached)
                        : new Mark(end == Status.CRITICAL ? "Failed" : "Undone", end, true));
    }

    public long starting() {
        return pods == null ? 0 : pods.fresh().size() - pods.ready();
    }

    public long oldReady() {
        return pods == null ? 0 : pods.old().stream().filter(Pod::ready).count();
    }

    /** @return whether the pods of the workload are replaced, so that there are old and new ones */
    public boolean replaces() {
        return request().change().replacesPods();
    }

    public boolean deploysEcho() {
        return request().change() instanceof Change.DeployEcho;
    }

    private static Mark mark(String label, int place, int reached) {
        return new Mark(
                label, place < reached ? Status.OK : place == reached ? Status.PROGRESS : null, place == reached);
    }

    private String moving(Stage.Running running) {
        return running.figure().isEmpty() ? "The cluster has the change and begins with it." : running.figure() + ".";
    }

    private String last() {
        return steps.isEmpty() ? "" : steps.getLast().says();
    }
}

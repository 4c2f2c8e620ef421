package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.delivery.operation.Stage.Confirmed;
import dev.binnacle.portal.delivery.operation.Stage.Ended;
import dev.binnacle.portal.delivery.operation.Stage.Planned;
import dev.binnacle.portal.delivery.operation.Stage.Running;
import dev.binnacle.portal.delivery.operation.Stage.Verifying;
import dev.binnacle.portal.problem.Conflict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change asked for in Binnacle, from plan to outcome. Each method is a step of its life and refuses, with a {@link
 * Conflict}, what the present stage does not allow.
 *
 * @param number per installation; 0 before it is kept
 * @param version counts what was kept of it
 */
public record Operation(long number, Request request, Plan plan, Stage stage, long version) {

    public static Operation planned(Request request, Plan plan) {
        return new Operation(0, request, plan, new Planned(), 0);
    }

    /** @param undo how long nothing is changed yet, so that it can be taken back */
    public Operation confirm(Instant now, Duration undo) {
        if (plan.blocked()) {
            throw new Conflict("The preflight blocks " + title() + ". Nothing was changed.");
        }
        return switch (stage) {
            case Planned _ -> at(new Confirmed(now, now.plus(undo)));
            case Confirmed _, Running _, Verifying _, Ended _ -> throw tooLate("confirmed");
        };
    }

    public Operation undo(String account, Instant now) {
        return switch (stage) {
            case Confirmed _ -> at(new Ended(new Outcome.Undone(account), now));
            case Planned _, Running _, Verifying _, Ended _ -> throw tooLate("undone");
        };
    }

    /** From here on the write may have happened. */
    public Operation begin(Instant now) {
        return switch (stage) {
            case Confirmed confirmed
            when !now.isBefore(confirmed.applyAt()) -> at(new Running(now, null, now, "", null));
            case Planned _, Confirmed _, Running _, Verifying _, Ended _ -> throw tooLate("begun");
        };
    }

    public Operation applied(Applied applied) {
        return switch (stage) {
            case Running running
            when running.applied() == null -> at(new Running(running.since(), applied, applied.at(), "", null));
            case Planned _, Confirmed _, Running _, Verifying _, Ended _ -> throw tooLate("applied");
        };
    }

    /** The rollout was looked at: {@code figure} as now counted, {@code suspicion} as it now stands. */
    public Operation looked(@Nullable Applied applied, String figure, @Nullable Suspicion suspicion, Instant now) {
        return switch (stage) {
            case Running running ->
                at(new Running(
                        running.since(),
                        applied,
                        running.figure().equals(figure) ? running.movedAt() : now,
                        figure,
                        suspicion));
            case Verifying _ -> at(new Running(now, applied, now, figure, suspicion));
            case Planned _, Confirmed _, Ended _ -> throw tooLate("followed");
        };
    }

    public Operation verify(Applied applied, Instant now) {
        return switch (stage) {
            case Running _ -> at(new Verifying(applied, now));
            case Planned _, Confirmed _, Verifying _, Ended _ -> throw tooLate("verified");
        };
    }

    /** @param outcome what the cluster made of it: success or failure */
    public Operation end(Outcome outcome, Instant now) {
        return switch (stage) {
            case Running _, Verifying _ -> at(new Ended(outcome, now));
            case Planned _, Confirmed _, Ended _ -> throw tooLate("ended");
        };
    }

    public boolean inProgress() {
        return !(stage instanceof Ended);
    }

    /** @return what was written, as far as known */
    public @Nullable Applied applied() {
        return switch (stage) {
            case Running running -> running.applied();
            case Verifying verifying -> verifying.applied();
            case Planned _, Confirmed _, Ended _ -> null;
        };
    }

    private String title() {
        return number == 0 ? "this operation" : "operation " + number;
    }

    private Operation at(Stage next) {
        return new Operation(number, request, plan, next, version);
    }

    private Conflict tooLate(String verb) {
        return new Conflict("Operation " + number + " is " + stage.token() + " and cannot be " + verb + " any more.");
    }
}

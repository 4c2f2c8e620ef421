package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Applied;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.delivery.operation.Step;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes an operation one step further. Each call is short and may be the last before the portal is killed: what it did
 * is found again by the next one, on any replica.
 */
@Component
public class Course {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final OperationRows rows;
    private final Environments environments;
    private final Writer writer;
    private final Following following;
    private final Journal journal;
    private final Clock clock;

    Course(
            OperationRows rows,
            Environments environments,
            Writer writer,
            Following following,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.environments = environments;
        this.writer = writer;
        this.following = following;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return when to call again; empty once the operation has ended */
    public Optional<Instant> advance(OperationId id) {
        return rows.find(id).filter(Operation::inProgress).map(operation -> {
            try {
                return step(operation);
            } catch (Conflict raced) {
                return clock.instant();
            }
        });
    }

    private Instant step(Operation operation) {
        return switch (operation.stage()) {
            case Stage.Planned _, Stage.Ended _ -> clock.instant().plus(PACE);
            case Stage.Confirmed confirmed -> begin(operation, confirmed);
            case Stage.Running running -> withEnvironment(operation, running.applied());
            case Stage.Verifying verifying -> withEnvironment(operation, verifying.applied());
        };
    }

    private Instant begin(Operation operation, Stage.Confirmed confirmed) {
        Instant now = clock.instant();
        if (now.isBefore(confirmed.applyAt())) {
            return confirmed.applyAt();
        }
        journal.keep(
                operation.begin(now),
                List.of(new Step(now, Status.OK, "Nobody undid it; the change is being written")));
        return now;
    }

    private Instant withEnvironment(Operation operation, @org.jspecify.annotations.Nullable Applied applied) {
        try {
            Environment environment = environments.named(operation.request().environment());
            if (!environment.id().equals(operation.request().environmentId())) {
                throw new NotFound("Another environment has that name now.");
            }
            if (applied == null) {
                write(operation, environment);
            } else {
                following.follow(operation, environment, applied);
            }
        } catch (NotFound gone) {
            fail(operation, Outcome.Cause.DELETED, "The environment record was deleted.");
        } catch (Forbidden refused) {
            fail(operation, Outcome.Cause.REFUSED, refused.sentence());
        } catch (Unavailable silent) {
            following.unreachable(operation, applied, silent);
        }
        return clock.instant().plus(PACE);
    }

    private void write(Operation operation, Environment environment) {
        switch (writer.write(environment, operation)) {
            case Application.Again _ -> {}
            case Application.Impossible(var outcome) ->
                journal.end(
                        operation.end(outcome, clock.instant()),
                        new Step(clock.instant(), Status.CRITICAL, outcome.says()),
                        "binnacle");
            case Application.Written written ->
                journal.keep(
                        operation.applied(written.applied()),
                        List.of(new Step(
                                clock.instant(),
                                Status.OK,
                                written.before()
                                        ? "The change had been written before the portal restarted; it was not written again"
                                        : "The change was written; the API server accepted it")));
        }
    }

    private void fail(Operation operation, Outcome.Cause cause, String says) {
        var outcome = new Outcome.Failed(cause, says, "", List.of());
        journal.end(
                operation.end(outcome, clock.instant()), new Step(clock.instant(), Status.CRITICAL, says), "binnacle");
    }
}

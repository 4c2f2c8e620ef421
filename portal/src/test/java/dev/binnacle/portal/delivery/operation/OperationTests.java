package dev.binnacle.portal.delivery.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OperationTests {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Duration UNDO = Duration.ofSeconds(5);
    private static final Applied APPLIED = new Applied("uid", 2, "template-0a", NOW);

    @Test
    void aBlockedPlanCannotBeConfirmed() {
        var blocked = planned(Check.block("Its rollouts are paused."));

        assertThatThrownBy(() -> blocked.confirm(NOW, UNDO)).isInstanceOf(Conflict.class);
    }

    @Test
    void nothingBeginsBeforeTheTimeToUndoIsOver() {
        var confirmed = planned().confirm(NOW, UNDO);

        assertThatThrownBy(() -> confirmed.begin(NOW.plusSeconds(4))).isInstanceOf(Conflict.class);
        assertThat(confirmed.begin(NOW.plusSeconds(5)).stage()).isInstanceOf(Stage.Running.class);
    }

    @Test
    void onceBegunItCannotBeUndone() {
        var running = planned().confirm(NOW, UNDO).begin(NOW.plus(UNDO));

        assertThatThrownBy(() -> running.undo("alice", NOW.plus(UNDO))).isInstanceOf(Conflict.class);
    }

    @Test
    void aWriteIsKeptOnce() {
        var applied = planned().confirm(NOW, UNDO).begin(NOW.plus(UNDO)).applied(APPLIED);

        assertThatThrownBy(() -> applied.applied(APPLIED)).isInstanceOf(Conflict.class);
    }

    @Test
    void aRolloutThatBreaksWhileItIsWatchedGoesOn() {
        var verifying = planned()
                .confirm(NOW, UNDO)
                .begin(NOW.plus(UNDO))
                .applied(APPLIED)
                .verify(APPLIED, NOW.plusSeconds(20));

        assertThat(verifying
                        .looked(APPLIED, "1 of 2", null, NOW.plusSeconds(21))
                        .stage())
                .isInstanceOf(Stage.Running.class);
    }

    @Test
    void whateverIsDoneInWhateverOrderAnEndIsAnEndAndNothingIsWrittenBeforeTheTimeToUndoIsOver() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            Instant at = NOW;
            Operation operation = planned();
            for (int step = 0; step < 30; step++) {
                at = at.plusSeconds(random.nextInt(4));
                boolean ended = !operation.inProgress();
                boolean early =
                        operation.stage() instanceof Stage.Confirmed confirmed && at.isBefore(confirmed.applyAt());
                Operation next = tried(operation, action(random.nextInt(7), at));
                assertThat(ended && !next.equals(operation))
                        .as("seed %d: an ended operation changes", seed)
                        .isFalse();
                assertThat(early && next.stage() instanceof Stage.Running)
                        .as("seed %d: begun too early", seed)
                        .isFalse();
                assertThat(next.applied() != null && operation.stage() instanceof Stage.Confirmed)
                        .as("seed %d: written without having begun", seed)
                        .isFalse();
                operation = next;
            }
        }
    }

    private static UnaryOperator<Operation> action(int which, Instant at) {
        return switch (which) {
            case 0 -> operation -> operation.confirm(at, UNDO);
            case 1 -> operation -> operation.undo("alice", at);
            case 2 -> operation -> operation.begin(at);
            case 3 -> operation -> operation.applied(APPLIED);
            case 4 -> operation -> operation.looked(APPLIED, "1 of 2", null, at);
            case 5 -> operation -> operation.verify(APPLIED, at);
            default -> operation -> operation.end(new Outcome.Succeeded("Done."), at);
        };
    }

    private static Operation tried(Operation operation, UnaryOperator<Operation> action) {
        try {
            return action.apply(operation);
        } catch (Conflict refused) {
            return operation;
        }
    }

    private static Operation planned(Check... checks) {
        var request = new Request(
                OperationId.next(),
                new EnvironmentId(UUID.randomUUID()),
                "europe",
                new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", "echo"),
                new Change.Restart(NOW),
                "alice",
                "");
        return Operation.planned(request, new Plan(NOW, "template-00", List.of(), List.of(checks)));
    }
}

package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RolloutTests {

    @Test
    void aModelOlderThanTheWriteSaysNothing() {
        assertThat(Rollout.of(workload(1, 1, 2, 2, 2, 2), 2)).isEqualTo(Rollout.UNSEEN);
    }

    @Test
    void aWriteThatTheControllerHasNotSeenSaysNothing() {
        assertThat(Rollout.of(workload(2, 1, 2, 2, 2, 2), 2)).isEqualTo(Rollout.UNSEEN);
    }

    @Test
    void anOldPodThatIsLeftKeepsItMoving() {
        assertThat(Rollout.of(workload(2, 2, 2, 3, 2, 2), 2)).isEqualTo(Rollout.MOVING);
    }

    @Test
    void noPodsAreWantedAndNoneAreLeft() {
        assertThat(Rollout.of(workload(2, 2, 0, 0, 0, 0), 2)).isEqualTo(Rollout.COMPLETE);
    }

    @Test
    void theDeploymentsOwnDeadlineCounts() {
        var late = workload(
                2, 2, 2, 3, 1, 1, new Condition("Progressing", "False", "ProgressDeadlineExceeded", "", Instant.EPOCH));

        assertThat(Rollout.of(late, 2)).isEqualTo(Rollout.DEADLINE_EXCEEDED);
    }

    /** The rule of {@code kubectl rollout status}, written down a second time. */
    @Test
    void itIsCompleteExactlyWhenEveryPodIsNewAndAvailable() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int desired = random.nextInt(5);
            int current = random.nextInt(7);
            int updated = random.nextInt(current + 1);
            int available = random.nextInt(current + 1);
            boolean waits = updated < desired || current > updated || available < desired;

            assertThat(Rollout.of(workload(3, 3, desired, current, updated, available), 3))
                    .as("desired %d, current %d, updated %d, available %d", desired, current, updated, available)
                    .isEqualTo(waits ? Rollout.MOVING : Rollout.COMPLETE);
        }
    }

    private static Workload workload(
            long generation,
            long observed,
            int desired,
            int current,
            int updated,
            int available,
            Condition... conditions) {
        return new Workload(
                new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", "echo"),
                "uid",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                generation,
                observed,
                desired,
                current,
                available,
                updated,
                available,
                false,
                1,
                "abc",
                "RollingUpdate",
                "",
                List.of(),
                List.of(conditions),
                List.of());
    }
}

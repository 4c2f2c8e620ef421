package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.MortalDatabase;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** Kills at moments of chance across every kind of change: nothing is lost, and nothing happens twice. */
@Import(MortalDatabase.Everywhere.class)
class RandomKillTests extends OperationFlow {

    private static final int KILLS = Integer.getInteger("campaign.kills", 5);
    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);
    private final Course course;
    private final JdbcClient jdbc;

    RandomKillTests(
            Planner planner,
            Deliveries deliveries,
            OperationRows rows,
            Steps steps,
            Clusters clusters,
            KubernetesClient client,
            Course course,
            JdbcClient jdbc) {
        super(planner, deliveries, rows, steps, clusters, client);
        this.course = course;
        this.jdbc = jdbc;
    }

    @Test
    void everyAcceptedOperationEndsOnceAndIsAppliedOnce() {
        WorkloadKey mortal = deployment("mortal");
        int killed = 0;
        for (Change change : List.of(
                new Change.Restart(Instant.now()),
                new Change.NewImage("mortal", "registry.example.net/shop/mortal:1.1.0"),
                new Change.Scale(3),
                new Change.RollBack(1))) {
            killed += survives(mortal, change);
        }
        assertThat(killed).as("kills, seed " + SEED).isGreaterThan(4);
    }

    private int survives(WorkloadKey key, Change change) {
        String what = change + ", seed " + SEED;
        long before = workloads.get(key.name()).getMetadata().getGeneration();
        await("the model has " + before, () -> model.workload(key).orElseThrow().generation() == before);
        OperationId id = accepted(key, change);
        int killed = 0;
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (rows.find(id).orElseThrow().inProgress()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            if (killed < KILLS) {
                MortalDatabase.dieAfter(random.nextInt(12));
            }
            try {
                course.advance(id);
            } catch (MortalDatabase.Killed | CannotCreateTransactionException now) {
                killed++;
            } finally {
                MortalDatabase.live();
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        Operation ended = rows.find(id).orElseThrow();
        assertThat(outcome(ended)).as(what).isInstanceOf(Outcome.Succeeded.class);
        assertThat(workloads.get(key.name()).getMetadata().getGeneration())
                .as(what + " is written once")
                .isEqualTo(before + 1);
        assertThat(jdbc.sql("""
                        select count(*) from audit_entries
                        where action = 'operation.succeeded' and details ->> 'operation' = ?""")
                        .param(String.valueOf(ended.number()))
                        .query(Long.class)
                        .single())
                .as(what + " has one entry of its end")
                .isEqualTo(1);
        return killed;
    }

    /** Accepted and not worked on by anybody but this test. */
    private OperationId accepted(WorkloadKey key, Change change) {
        Request request = request(key, change);
        Instant past = Instant.now().minusSeconds(10);
        Operation planned = Operation.planned(request, planner.plan(OneCluster.REHEARSAL, request))
                .confirm(past, Duration.ofSeconds(5));
        assertThat(rows.accept(planned, past)).isTrue();
        return request.id();
    }
}

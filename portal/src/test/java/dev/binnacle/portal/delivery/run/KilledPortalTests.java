package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.ClusterTest;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.PretendedWorkloads;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a portal that was killed leaves behind is found and gone on with. */
@ClusterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledPortalTests {
    private final Planner planner;
    private final Writer writer;
    private final Course course;
    private final OperationRows rows;
    private final Steps steps;
    private final SchedulerClient scheduler;
    private final JdbcClient jdbc;
    private final ClusterModel model;
    private final PretendedWorkloads workloads;

    KilledPortalTests(
            Planner planner,
            Writer writer,
            Course course,
            OperationRows rows,
            Steps steps,
            SchedulerClient scheduler,
            JdbcClient jdbc,
            Clusters clusters,
            KubernetesClient client) {
        this.planner = planner;
        this.writer = writer;
        this.course = course;
        this.rows = rows;
        this.steps = steps;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.model = clusters.model(OneCluster.REHEARSAL);
        this.workloads = new PretendedWorkloads(client);
    }

    @AfterAll
    void tidy() {
        workloads.remove();
    }

    @Test
    void killedBetweenTheWriteAndItsRecordItIsNotWrittenTwice() {
        Operation begun = begun("written");
        assertThat(written(begun)).isInstanceOf(Application.Written.class);

        course.advance(begun.request().id());

        assertThat(workloads.get("written").getMetadata().getGeneration()).isEqualTo(2);
        assertThat(rows.find(begun.request().id()).orElseThrow().applied()).isNotNull();
        assertThat(steps.of(begun.request().id()))
                .anySatisfy(step -> assertThat(step.says()).contains("it was not written again"));
    }

    @Test
    void killedBeforeTheWriteItIsWrittenOnce() {
        Operation begun = begun("unwritten");

        course.advance(begun.request().id());
        course.advance(begun.request().id());

        assertThat(workloads.get("unwritten").getMetadata().getGeneration()).isEqualTo(2);
    }

    @Test
    void twoWorkersAtOnceWriteOnce() throws InterruptedException {
        Operation begun = begun("both");
        var other =
                Thread.ofVirtual().start(() -> course.advance(begun.request().id()));
        course.advance(begun.request().id());
        other.join();
        await(() -> {
            course.advance(begun.request().id());
            return rows.find(begun.request().id()).orElseThrow().applied() != null;
        });

        assertThat(workloads.get("both").getMetadata().getGeneration()).isEqualTo(2);
    }

    @Test
    void theWorkOfAReplicaThatDiedIsTakenOver() {
        Operation begun = begun("orphan");
        String id = begun.request().id().toString();
        scheduler.scheduleIfNotExists(
                OperationTasks.OPERATION.instance(id).build(), Instant.now().plusSeconds(3600));
        jdbc.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'a replica that died',
                            execution_time = now() - interval '2 minutes', last_heartbeat = now() - interval '2 minutes'
                        where task_instance = ?""").param(id).update();

        await(() -> rows.find(begun.request().id()).orElseThrow().stage() instanceof Stage.Ended);

        assertThat(workloads.get("orphan").getMetadata().getGeneration()).isEqualTo(2);
    }

    /** An operation whose time to undo is over and that nobody works on. */
    private Operation begun(String name) {
        WorkloadKey key = workloads.deployment(name);
        await(() -> model.workload(key).filter(seen -> seen.available() == 2).isPresent());
        var request = new Request(
                OperationId.next(),
                OneCluster.REHEARSAL.id(),
                OneCluster.REHEARSAL.name(),
                key,
                new Change.Restart(Instant.now()),
                "alice",
                "");
        Instant before = Instant.now().minusSeconds(10);
        var planned = Operation.planned(request, planner.plan(OneCluster.REHEARSAL, request))
                .confirm(before, Duration.ofSeconds(5));
        assertThat(rows.accept(planned, before)).isTrue();
        course.advance(request.id());
        Operation begun = rows.find(request.id()).orElseThrow();
        assertThat(begun.stage()).isInstanceOf(Stage.Running.class);
        return begun;
    }

    /** Writes once more where the controller wrote between its reading and its writing. */
    private Application written(Operation begun) {
        Application application = writer.write(OneCluster.REHEARSAL, begun);
        return application instanceof Application.Again ? written(begun) : application;
    }

    private static void await(BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}

package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Stage;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Plans an operation on a pretended workload, confirms it and follows it to its end. */
@ClusterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OperationFlow {
    final Planner planner;
    final Deliveries deliveries;
    final OperationRows rows;
    final Steps steps;
    final ClusterModel model;
    final KubernetesClient client;
    final PretendedWorkloads workloads;

    OperationFlow(
            Planner planner,
            Deliveries deliveries,
            OperationRows rows,
            Steps steps,
            Clusters clusters,
            KubernetesClient client) {
        this.planner = planner;
        this.deliveries = deliveries;
        this.rows = rows;
        this.steps = steps;
        this.client = client;
        this.model = clusters.model(OneCluster.REHEARSAL);
        this.workloads = new PretendedWorkloads(client);
    }

    @AfterAll
    void tidy() {
        workloads.remove();
    }

    final WorkloadKey deployment(String name) {
        WorkloadKey key = workloads.deployment(name);
        await(
                name + " is in the model",
                () -> model.workload(key).filter(seen -> seen.available() == 2).isPresent()
                        && !model.revisions(key).isEmpty());
        return key;
    }

    final Plan plan(WorkloadKey key, Change change) {
        return planner.plan(OneCluster.REHEARSAL, request(key, change));
    }

    final Operation confirm(WorkloadKey key, Change change) {
        return deliveries.confirm(OneCluster.REHEARSAL, request(key, change), plan(key, change));
    }

    static Request request(WorkloadKey key, Change change) {
        return new Request(
                OperationId.next(),
                OneCluster.REHEARSAL.id(),
                OneCluster.REHEARSAL.name(),
                key,
                change,
                "alice",
                "a test");
    }

    final Operation ended(Operation operation) {
        OperationId id = operation.request().id();
        await(
                "operation " + operation.number() + " ends",
                () -> !rows.find(id).orElseThrow().inProgress());
        return rows.find(id).orElseThrow();
    }

    static Outcome outcome(Operation operation) {
        return ((Stage.Ended) operation.stage()).outcome();
    }

    static void await(String what, BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }
}

package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import dev.binnacle.portal.problem.Conflict;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedeployTests extends OperationFlow {

    RedeployTests(
            Planner planner,
            Deliveries deliveries,
            OperationRows rows,
            Steps steps,
            Clusters clusters,
            KubernetesClient client) {
        super(planner, deliveries, rows, steps, clusters, client);
    }

    @Test
    void aRedeployReplacesThePodsAndSucceeds() {
        WorkloadKey cart = deployment("cart");

        Operation ended = ended(confirm(cart, new Change.Restart(Instant.now())));

        assertThat(outcome(ended)).isInstanceOf(Outcome.Succeeded.class);
        var after = workloads.get("cart");
        assertThat(after.getMetadata().getAnnotations())
                .containsEntry("binnacle.dev/operation", ended.request().id().toString());
        assertThat(after.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsKey("kubectl.kubernetes.io/restartedAt");
        assertThat(after.getMetadata().getGeneration()).as("written once").isEqualTo(2);
        assertThat(steps.of(ended.request().id())).hasSizeGreaterThan(3);
    }

    @Test
    void theDifferenceShowsTheImageAndNoSecret() {
        WorkloadKey tags = deployment("tags");

        Plan plan = plan(tags, new Change.NewImage("tags", "registry.example.net/shop/tags:1.1.0"));

        assertThat(plan.blocked()).as("%s", plan.checks()).isFalse();
        assertThat(plan.difference())
                .extracting(line -> line.sort() + " " + line.text())
                .containsExactly(
                        "PLACE deployment/tags  spec.template.spec.containers[tags]",
                        "REMOVED image: registry.example.net/shop/tags:1.0.0",
                        "ADDED image: registry.example.net/shop/tags:1.1.0");
        assertThat(plan.toString()).doesNotContain("hunter2-canary");
    }

    @Test
    void scalingSetsTheNumberOfPods() {
        WorkloadKey scaled = deployment("scaled");

        Operation ended = ended(confirm(scaled, new Change.Scale(3)));

        assertThat(outcome(ended)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(workloads.get("scaled").getSpec().getReplicas()).isEqualTo(3);
    }

    @Test
    void aSecondOperationIsRefusedAndNamesTheFirst() {
        WorkloadKey busy = deployment("busy");
        Change change = new Change.Restart(Instant.now());
        Plan plan = plan(busy, change);
        Operation first = deliveries.confirm(OneCluster.REHEARSAL, request(busy, change), plan);

        assertThatThrownBy(() -> deliveries.confirm(OneCluster.REHEARSAL, request(busy, change), plan))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Operation " + first.number());
        assertThat(plan(busy, change).blocked()).isTrue();
        ended(first);
    }

    @Test
    void undoneWithinTheFirstSecondsNothingIsChanged() {
        WorkloadKey undone = deployment("undone");

        // Not by confirming it, for its time to undo may be over before anybody can.
        Request request = request(undone, new Change.Restart(Instant.now()));
        Instant now = Instant.now();
        Operation planned = Operation.planned(request, planner.plan(OneCluster.REHEARSAL, request))
                .confirm(now, Duration.ofMinutes(2));
        assertThat(rows.accept(planned, now)).isTrue();
        Operation operation = rows.find(request.id()).orElseThrow();
        deliveries.undo(OneCluster.REHEARSAL.name(), operation.number(), "alice");

        assertThat(outcome(ended(operation))).isEqualTo(new Outcome.Undone("alice"));
        assertThat(workloads.get("undone").getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void aPausedDeploymentIsResumedFirst() {
        WorkloadKey paused = deployment("paused");

        assertThat(outcome(ended(confirm(paused, new Change.Pause())))).isInstanceOf(Outcome.Succeeded.class);
        await("the pause is seen", () -> model.workload(paused).orElseThrow().paused());
        assertThat(plan(paused, new Change.Restart(Instant.now())).blocked()).isTrue();
        assertThat(outcome(ended(confirm(paused, new Change.Resume())))).isInstanceOf(Outcome.Succeeded.class);
        assertThat(Optional.ofNullable(workloads.get("paused").getSpec().getPaused()))
                .isNotEqualTo(Optional.of(true));
    }
}

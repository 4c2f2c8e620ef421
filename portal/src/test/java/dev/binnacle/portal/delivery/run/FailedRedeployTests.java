package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.PretendedWorkloads;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailedRedeployTests extends OperationFlow {

    FailedRedeployTests(
            Planner planner,
            Deliveries deliveries,
            OperationRows rows,
            Steps steps,
            Clusters clusters,
            KubernetesClient client) {
        super(planner, deliveries, rows, steps, clusters, client);
    }

    @Test
    void anImageThatCannotBePulledFailsAndIsRolledBack() {
        WorkloadKey photo = deployment("photo");
        workloads.annotate("photo", Map.of(PretendedWorkloads.BEHAVIOUR, "image-pull-failure"));
        await(
                "the change of somebody else is seen",
                () -> model.workload(photo).orElseThrow().generation() == 2);

        Operation failed = ended(confirm(photo, new Change.NewImage("photo", "registry.example.net/shop/photo:9.9.9")));

        assertThat(outcome(failed)).isInstanceOfSatisfying(Outcome.Failed.class, outcome -> {
            assertThat(outcome.cause()).isEqualTo(Outcome.Cause.IMAGE_PULL);
            assertThat(outcome.says()).contains("registry.example.net/shop/photo:9.9.9");
            assertThat(outcome.because()).isNotEmpty();
        });
        Operation back = ended(confirm(photo, new Change.RollBack(1)));

        assertThat(outcome(back)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(workloads
                        .get("photo")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .endsWith(":1.0.0");
    }

    @Test
    void aCrashLoopFailsWithItsExitCode() {
        WorkloadKey crash = deployment("crash");
        workloads.annotate(
                "crash",
                Map.of(
                        PretendedWorkloads.BEHAVIOUR,
                        "crash-loop",
                        "sandbox.binnacle.dev/run-for",
                        "200ms",
                        "sandbox.binnacle.dev/back-off",
                        "2s",
                        "sandbox.binnacle.dev/exit-code",
                        "3"));
        await(
                "the change of somebody else is seen",
                () -> model.workload(crash).orElseThrow().generation() == 2);

        Operation failed = ended(confirm(crash, new Change.Restart(Instant.now())));

        assertThat(outcome(failed)).isInstanceOfSatisfying(Outcome.Failed.class, outcome -> {
            assertThat(outcome.cause()).isEqualTo(Outcome.Cause.CRASH);
            assertThat(outcome.says()).contains("exit code 3");
        });
    }

    @Test
    void aChangeBySomebodyElseAfterThePlanIsNotOverwritten() {
        WorkloadKey raced = deployment("raced");
        Change change = new Change.Restart(Instant.now());
        Plan plan = plan(raced, change);
        workloads.annotate("raced", Map.of("somebody", "else"));

        Operation ended = ended(deliveries.confirm(OneCluster.REHEARSAL, request(raced, change), plan));

        assertThat(outcome(ended))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        outcome -> assertThat(outcome.cause()).isEqualTo(Outcome.Cause.SUPERSEDED));
    }

    @Test
    void aWorkloadDeletedMidwayIsSaidToBeDeleted() {
        WorkloadKey deleted = deployment("deleted");
        workloads.annotate("deleted", Map.of(PretendedWorkloads.BEHAVIOUR, "never-ready"));
        Operation operation = confirm(deleted, new Change.Restart(Instant.now()));
        await("it runs", () -> rows.find(operation.request().id()).orElseThrow().applied() != null);

        client.resource(workloads.get("deleted")).delete();

        assertThat(outcome(ended(operation)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        outcome -> assertThat(outcome.cause()).isEqualTo(Outcome.Cause.DELETED));
    }

    @Test
    void whatTheServerFindsNotValidIsBlockedWithItsReason() {
        WorkloadKey invalid = deployment("invalid");

        assertThat(plan(invalid, new Change.NewImage("invalid", "")).checks())
                .anySatisfy(check -> assertThat(check.says()).contains("not valid"));
        assertThat(plan(invalid, new Change.RollBack(77)).blocked()).isTrue();
        assertThat(plan(invalid, new Change.Scale(2)).checks())
                .anySatisfy(check -> assertThat(check.says()).contains("Nothing would change"));
    }
}

package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.binnacle.portal.problem.Conflict;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@ClusterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedeployTests {
    private final Planner planner;
    private final Deliveries deliveries;
    private final OperationRows rows;
    private final Steps steps;
    private final ClusterModel model;
    private final KubernetesClient client;
    private final PretendedWorkloads workloads;

    RedeployTests(
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

        Operation operation = confirm(undone, new Change.Restart(Instant.now()));
        deliveries.undo(OneCluster.REHEARSAL.name(), operation.number(), "alice");

        assertThat(outcome(ended(operation))).isEqualTo(new Outcome.Undone("alice"));
        assertThat(workloads.get("undone").getMetadata().getGeneration()).isEqualTo(1);
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

        assertThat(plan(invalid, new Change.NewImage("invalid", " ")).checks())
                .anySatisfy(check -> assertThat(check.says()).contains("not valid"));
        assertThat(plan(invalid, new Change.RollBack(77)).blocked()).isTrue();
        assertThat(plan(invalid, new Change.Scale(2)).checks())
                .anySatisfy(check -> assertThat(check.says()).contains("Nothing would change"));
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

    private WorkloadKey deployment(String name) {
        WorkloadKey key = workloads.deployment(name);
        await(
                name + " is in the model",
                () -> model.workload(key).filter(seen -> seen.available() == 2).isPresent()
                        && !model.revisions(key).isEmpty());
        return key;
    }

    private Plan plan(WorkloadKey key, Change change) {
        return planner.plan(OneCluster.REHEARSAL, request(key, change));
    }

    private Operation confirm(WorkloadKey key, Change change) {
        return deliveries.confirm(OneCluster.REHEARSAL, request(key, change), plan(key, change));
    }

    private static Request request(WorkloadKey key, Change change) {
        return new Request(
                OperationId.next(),
                OneCluster.REHEARSAL.id(),
                OneCluster.REHEARSAL.name(),
                key,
                change,
                "alice",
                "a test");
    }

    private Operation ended(Operation operation) {
        OperationId id = operation.request().id();
        await(
                "operation " + operation.number() + " ends",
                () -> !rows.find(id).orElseThrow().inProgress());
        return rows.find(id).orElseThrow();
    }

    private static Outcome outcome(Operation operation) {
        return ((Stage.Ended) operation.stage()).outcome();
    }

    private static void await(String what, BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }
}

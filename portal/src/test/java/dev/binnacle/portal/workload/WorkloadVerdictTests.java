package dev.binnacle.portal.workload;

import static dev.binnacle.portal.workload.Fixtures.condition;
import static dev.binnacle.portal.workload.Fixtures.container;
import static dev.binnacle.portal.workload.Fixtures.deployment;
import static dev.binnacle.portal.workload.Fixtures.ended;
import static dev.binnacle.portal.workload.Fixtures.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Container;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkloadVerdictTests {

    @Test
    void allReadyIsHealthy() {
        var verdict = WorkloadVerdict.of(deployment("echo", 3, 3, 3, 3), List.of());
        assertThat(verdict).isEqualTo(new WorkloadVerdict(WorkloadState.HEALTHY, "all 3 pods are ready", ""));
    }

    @Test
    void nothingWantedIsScaledToZero() {
        assertThat(WorkloadVerdict.of(deployment("echo", 0, 0, 0, 0), List.of()).state())
                .isEqualTo(WorkloadState.SCALED_TO_ZERO);
    }

    @Test
    void aCrashLoopNamesContainerAndExitCode() {
        var crashing = container(new Container.Waiting("CrashLoopBackOff", ""), false, 14, ended(137, "OOMKilled"));
        var verdict = WorkloadVerdict.of(
                deployment("echo", 1, 1, 0, 1), List.of(pod("echo", "echo-1", false, "node-1", "", crashing)));
        assertThat(verdict.state()).isEqualTo(WorkloadState.FAILING);
        assertThat(verdict.because())
                .isEqualTo(
                        "Container web keeps ending: exit code 137, it took more memory than its limit and was killed"
                                + " (OOMKilled), 14 times restarted.");
    }

    @Test
    void aMissingImageBesideReadyPodsIsAStuckRollout() {
        var missing = container(new Container.Waiting("ImagePullBackOff", ""), false, 0, null);
        var verdict = WorkloadVerdict.of(
                deployment("echo", 3, 4, 3, 1), List.of(pod("echo", "echo-1", false, "node-1", "", missing)));
        assertThat(verdict.state()).isEqualTo(WorkloadState.DEGRADED);
        assertThat(verdict.says()).isEqualTo("all 3 pods are ready, and its rollout is stuck: 1 of 3 pods are new");
        assertThat(verdict.because()).contains("example/web:1.2 cannot be pulled");
    }

    @Test
    void aPodWithoutRoomSaysWhyInPlainWords() {
        var verdict = WorkloadVerdict.of(
                deployment("echo", 2, 2, 1, 2),
                List.of(
                        pod(
                                "echo",
                                "echo-1",
                                false,
                                "",
                                "0/4 nodes are available: 1 node(s) were unschedulable, 3 Insufficient cpu. preemption: none.")));
        assertThat(verdict.state()).isEqualTo(WorkloadState.DEGRADED);
        assertThat(verdict.because()).isEqualTo("No node takes it: of 4 nodes 1 cordoned, 3 too little CPU free.");
    }

    @Test
    void aRefusedPodSaysWhoRefusedIt() {
        var verdict = WorkloadVerdict.of(
                deployment(
                        "echo",
                        2,
                        0,
                        0,
                        0,
                        condition(
                                "ReplicaFailure",
                                "True",
                                "FailedCreate",
                                "pods \"a\" is forbidden: exceeded quota: q")),
                List.of());
        assertThat(verdict.state()).isEqualTo(WorkloadState.FAILING);
        assertThat(verdict.because()).startsWith("The namespace's quota refuses new pods");
    }

    @Test
    void podsThatStartInARolloutAreNoFault() {
        var starting = container(new Container.Waiting("ContainerCreating", ""), false, 0, null);
        var verdict = WorkloadVerdict.of(
                deployment("echo", 3, 4, 3, 1), List.of(pod("echo", "echo-1", false, "node-1", "", starting)));
        assertThat(verdict.state()).isEqualTo(WorkloadState.ROLLING_OUT);
    }

    @Property
    void healthyIsSaidOnlyWhenEveryWantedPodIsReadyAndNew(
            @ForAll @IntRange(min = 0, max = 5) int desired,
            @ForAll @IntRange(min = 0, max = 6) int current,
            @ForAll @IntRange(min = 0, max = 6) int ready,
            @ForAll @IntRange(min = 0, max = 6) int updated) {
        var verdict = WorkloadVerdict.of(deployment("echo", desired, current, ready, updated), List.of());
        if (verdict.state() == WorkloadState.HEALTHY) {
            assertThat(ready).isGreaterThanOrEqualTo(desired);
            assertThat(updated).isGreaterThanOrEqualTo(desired);
        }
        if (verdict.state() == WorkloadState.FAILING) {
            assertThat(ready).isZero();
        }
        assertThat(verdict.says()).isNotBlank();
    }
}

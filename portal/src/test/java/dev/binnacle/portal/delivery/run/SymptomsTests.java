package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Outcome.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymptomsTests {
    private static final WorkloadKey ECHO = new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", "echo");

    @Test
    void aPodThatStartsIsNoSymptom() {
        assertThat(Symptoms.of(workload(), pods(pod("", "", waiting("ContainerCreating", ""), null, 0))))
                .isEmpty();
    }

    @Test
    void anImageThatCannotBePulledIsSaidInTheRegistrysWords() {
        var pulling = pod("", "", waiting("ImagePullBackOff", "manifest unknown"), null, 0);

        assertThat(Symptoms.of(workload(), pods(pulling))).hasValueSatisfying(symptom -> {
            assertThat(symptom.cause()).isEqualTo(Cause.IMAGE_PULL);
            assertThat(symptom.says()).contains("shop/echo:1.2.3").contains("echo-1");
            assertThat(symptom.because()).isEqualTo("manifest unknown");
        });
    }

    @Test
    void aCrashLoopNamesTheExitCode() {
        var ended = new Container.Terminated("Error", "", 3, Instant.EPOCH);

        assertThat(Symptoms.of(workload(), pods(pod("", "", waiting("CrashLoopBackOff", ""), ended, 4))))
                .hasValueSatisfying(symptom -> {
                    assertThat(symptom.cause()).isEqualTo(Cause.CRASH);
                    assertThat(symptom.says()).contains("4 times").contains("exit code 3");
                    assertThat(symptom.container()).isEqualTo("echo");
                });
    }

    @Test
    void aPodKilledForItsMemoryIsSaidSo() {
        var ended = new Container.Terminated("OOMKilled", "", 137, Instant.EPOCH);

        assertThat(Symptoms.of(workload(), pods(pod("", "", waiting("CrashLoopBackOff", ""), ended, 1))))
                .hasValueSatisfying(symptom -> assertThat(symptom.says()).contains("more memory than its limit"));
    }

    @Test
    void noRoomIsSaidInTheSchedulersWords() {
        var pending = pod("Unschedulable", "0/4 nodes are available: 4 Insufficient cpu.", waiting("", ""), null, 0);

        assertThat(Symptoms.of(workload(), pods(pending))).hasValueSatisfying(symptom -> {
            assertThat(symptom.cause()).isEqualTo(Cause.NO_ROOM);
            assertThat(symptom.because()).isEqualTo("0/4 nodes are available: 4 Insufficient cpu.");
        });
    }

    @Test
    void podsThatTheClusterRefusesToCreateComeFirst() {
        var refused = workload(new Condition(
                "ReplicaFailure",
                "True",
                "FailedCreate",
                "pods \"echo-\" is forbidden: exceeded quota",
                Instant.EPOCH));

        assertThat(Symptoms.of(refused, pods(pod("", "", waiting("ErrImagePull", ""), null, 0))))
                .hasValueSatisfying(symptom -> {
                    assertThat(symptom.cause()).isEqualTo(Cause.REFUSED);
                    assertThat(symptom.because()).contains("exceeded quota");
                });
    }

    private static Pods pods(Pod... fresh) {
        return new Pods(List.of(fresh), List.of(), 2, true);
    }

    private static Container.State waiting(String reason, String message) {
        return new Container.Waiting(reason, message);
    }

    private static Pod pod(
            String reason,
            String message,
            Container.State state,
            Container.@org.jspecify.annotations.Nullable Terminated last,
            int restarts) {
        var container = new Container(
                "echo", "shop/echo:1.2.3", false, false, restarts, Resources.NONE, Resources.NONE, state, last);
        return new Pod(
                "shop",
                "echo-1",
                "uid",
                Instant.EPOCH,
                Map.of(),
                ECHO,
                "abc",
                reason.isEmpty() ? "node-1" : "",
                "",
                PodPhase.PENDING,
                false,
                Resources.NONE,
                0,
                "",
                reason,
                message,
                List.of(container),
                null,
                null);
    }

    private static Workload workload(Condition... conditions) {
        return new Workload(
                ECHO,
                "uid",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                2,
                2,
                2,
                2,
                1,
                1,
                1,
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

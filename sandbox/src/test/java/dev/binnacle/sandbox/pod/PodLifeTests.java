package dev.binnacle.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodLifeTests {

    private final PodPlatform platform = PodPlatform.shared();

    @Test
    void aPodRunsAndIsReadyOnceItsProbePasses() {
        platform.create(EchoPod.named("steady").build());

        Pod pod = platform.await("steady", "ready", EchoPod::ready);

        assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
        assertThat(pod.getStatus().getPodIP()).startsWith("10.244.");
        assertThat(EchoPod.status(pod).getImageID()).startsWith("docker.io/binnacle/echo-service@sha256:");
        assertThat(EchoPod.status(pod).getStarted()).isTrue();
        assertThat(platform.pods().address(PodPlatform.NAMESPACE, "steady")).isPresent();
        platform.await(
                "the kubelet's events",
                () -> events("steady").stream()
                        .map(Event::getReason)
                        .toList()
                        .containsAll(List.of("Pulled", "Created", "Started")));
    }

    @Test
    void aPodWhoseReadinessProbeFailsRunsButIsNotReady() {
        platform.create(EchoPod.named("unready")
                .editSpec()
                .editFirstContainer()
                .withReadinessProbe(EchoPod.probe("/api?status=503").build())
                .endContainer()
                .endSpec()
                .build());

        platform.await(
                "an event that is counted",
                () -> events("unready").stream()
                        .anyMatch(event -> event.getReason().equals("Unhealthy")
                                && event.getMessage()
                                        .equals("Readiness probe failed: HTTP probe failed with statuscode: 503")
                                && event.getCount() > 1));
        Pod pod = platform.get("unready");
        assertThat(EchoPod.ready(pod)).isFalse();
        assertThat(EchoPod.status(pod).getState().getRunning()).isNotNull();
        assertThat(EchoPod.status(pod).getRestartCount()).isZero();
    }

    @Test
    void aCrashRestartsTheContainerAtOnceAndTheNextOneAfterABackOff() {
        platform.create(EchoPod.named("crashing").build());
        platform.await("crashing", "ready", EchoPod::ready);

        platform.pods().crash(PodPlatform.NAMESPACE, "crashing");
        Pod once = platform.await("crashing", "restarted", pod -> EchoPod.restarted(pod, 1));
        assertThat(EchoPod.status(once).getLastState().getTerminated().getExitCode())
                .isEqualTo(137);
        assertThat(EchoPod.status(once).getLastState().getTerminated().getReason())
                .isEqualTo("Error");

        platform.pods().crash(PodPlatform.NAMESPACE, "crashing");
        Pod waiting = platform.await("crashing", "backing off", pod -> EchoPod.waits(pod, "CrashLoopBackOff"));
        assertThat(EchoPod.status(waiting).getState().getWaiting().getMessage())
                .startsWith("back-off 10s restarting failed container=echo pod=crashing_pods(");
        platform.await("crashing", "restarted again", pod -> EchoPod.restarted(pod, 2));
    }

    @Test
    void aFailingLivenessProbeRestartsTheContainer() {
        platform.create(EchoPod.named("dead")
                .editSpec()
                .editFirstContainer()
                .withLivenessProbe(EchoPod.probe("/api?status=500").build())
                .endContainer()
                .endSpec()
                .build());

        platform.await("dead", "restarted", pod -> EchoPod.restarted(pod, 1));

        platform.await(
                "the reason as an event",
                () -> events("dead").stream()
                        .anyMatch(event ->
                                event.getMessage().equals("Container echo failed liveness probe, will be restarted")));
    }

    @Test
    void aDeletedPodIsAskedToEndAndIsNotReadyMeanwhile() {
        platform.create(EchoPod.named("leaving")
                .editSpec()
                .withTerminationGracePeriodSeconds(20L)
                .editFirstContainer()
                .withNewLifecycle()
                .withNewPreStop()
                .withNewSleep(10L)
                .endPreStop()
                .endLifecycle()
                .endContainer()
                .endSpec()
                .build());
        platform.await("leaving", "ready", EchoPod::ready);
        long process = processOf("leaving");

        platform.client()
                .pods()
                .inNamespace(PodPlatform.NAMESPACE)
                .withName("leaving")
                .delete();

        platform.await("leaving", "not ready", pod -> !EchoPod.ready(pod));
        assertThat(ProcessHandle.of(process)).as("its process, during the hook").isPresent();
        platform.await("the pod to be gone", () -> platform.get("leaving") == null);
        assertThat(ProcessHandle.of(process)).as("its process, afterwards").isEmpty();
    }

    @Test
    void aPodThatIsDeletedWithoutGraceEndsAtOnce() {
        platform.create(EchoPod.named("forced").build());
        platform.await("forced", "ready", EchoPod::ready);
        long process = processOf("forced");

        platform.client()
                .pods()
                .inNamespace(PodPlatform.NAMESPACE)
                .withName("forced")
                .withGracePeriod(0)
                .delete();

        platform.await("its process to end", () -> ProcessHandle.of(process).isEmpty());
    }

    @Test
    void aContainerOverItsMemoryLimitIsKilled() {
        platform.create(EchoPod.named("greedy")
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToLimits("memory", new Quantity("160Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .build());
        platform.await("greedy", "ready", EchoPod::ready);

        platform.pods().fillMemory(PodPlatform.NAMESPACE, "greedy", 150L * 1024 * 1024);

        Pod pod = platform.await("greedy", "restarted", candidate -> EchoPod.restarted(candidate, 1));
        assertThat(EchoPod.status(pod).getLastState().getTerminated().getReason())
                .isEqualTo("OOMKilled");
        assertThat(EchoPod.status(pod).getLastState().getTerminated().getExitCode())
                .isEqualTo(137);
    }

    @Test
    void anUnknownTagCannotBePulled() {
        platform.create(EchoPod.named("untagged")
                .editSpec()
                .editFirstContainer()
                .withImage("binnacle/echo-service:9.9.9")
                .endContainer()
                .endSpec()
                .build());

        Pod pod = platform.await("untagged", "backing off", candidate -> EchoPod.waits(candidate, "ImagePullBackOff"));

        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(EchoPod.status(pod).getState().getWaiting().getMessage())
                .contains("Back-off pulling image \"binnacle/echo-service:9.9.9\"", "not found");
    }

    @Test
    void aMissingConfigMapHoldsTheContainerUntilItIsThere() {
        platform.create(EchoPod.named("configured")
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("GREETING")
                .withNewValueFrom()
                .withNewConfigMapKeyRef("greeting", "greetings", false)
                .endValueFrom()
                .endEnv()
                .endContainer()
                .endSpec()
                .build());
        Pod held = platform.await(
                "configured", "held", candidate -> EchoPod.waits(candidate, "CreateContainerConfigError"));
        assertThat(EchoPod.status(held).getState().getWaiting().getMessage())
                .isEqualTo("configmap \"greetings\" not found");

        platform.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(PodPlatform.NAMESPACE)
                        .withName("greetings")
                        .endMetadata()
                        .withData(Map.of("greeting", "hello"))
                        .build())
                .create();

        platform.await("configured", "ready", EchoPod::ready);
    }

    private long processOf(String name) {
        return RunningProcess.find(platform.pods().directory(), PodPlatform.NAMESPACE, name)
                .orElseThrow(() -> new AssertionError("No process of " + name))
                .processId();
    }

    private List<Event> events(String pod) {
        return platform.client()
                .v1()
                .events()
                .inNamespace(PodPlatform.NAMESPACE)
                .withField("involvedObject.name", pod)
                .list()
                .getItems();
    }
}

package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** Pods of the echo service for tests, and what is asked of them most often. */
final class EchoPod {

    private EchoPod() {}

    /** A pod with a readiness probe on {@code /api} every second. */
    static PodBuilder named(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app", name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(NodePart.NODE)
                .withTerminationGracePeriodSeconds(5L)
                .addNewContainer()
                .withName("echo")
                .withImage("binnacle/echo-service:0.1.0")
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .addNewEnv()
                .withName("ECHO_DRAIN_SECONDS")
                .withValue("0")
                .endEnv()
                .addNewEnv()
                .withName("ECHO_ALLOW_FAULTS")
                .withValue("true")
                .endEnv()
                .withReadinessProbe(probe("/api").build())
                .endContainer()
                .endSpec();
    }

    static ProbeBuilder probe(String path) {
        return new ProbeBuilder()
                .withPeriodSeconds(1)
                .withFailureThreshold(2)
                .withNewHttpGet()
                .withPath(path)
                .withPort(new IntOrString("http"))
                .endHttpGet();
    }

    static ContainerStatus status(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No container status yet: " + pod.getStatus()));
    }

    static boolean ready(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"));
    }

    static boolean waits(Pod pod, String reason) {
        return !pod.getStatus().getContainerStatuses().isEmpty()
                && status(pod).getState().getWaiting() != null
                && reason.equals(status(pod).getState().getWaiting().getReason());
    }

    static boolean restarted(Pod pod, int times) {
        return !pod.getStatus().getContainerStatuses().isEmpty()
                && status(pod).getRestartCount() == times
                && status(pod).getState().getRunning() != null;
    }
}

package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A pod's status as its node sees it. One container runs; others wait with a reason that says so. */
final class PodView {

    private static final String UNSUPPORTED = "the sandbox runs one container of a bundled image in a pod";

    private final Pod pod;
    private final Container main;
    private final String podAddress;
    private final Instant startTime;
    private final Conditions conditions;

    PodView(Pod pod, Container main, String podAddress, Instant startTime) {
        this.pod = pod;
        this.main = main;
        this.podAddress = podAddress;
        this.startTime = startTime;
        this.conditions = new Conditions(pod);
    }

    /** Why the sandbox cannot run the main container, where that is so. */
    Optional<String> obstacle(Container container) {
        if (!initialized()) {
            return Optional.of("the sandbox runs no init containers");
        }
        if (!container.getCommand().isEmpty()) {
            return Optional.of("exec: \"%s\": executable file not found in $PATH"
                    .formatted(container.getCommand().getFirst()));
        }
        boolean probes = Probes.supported(container.getStartupProbe())
                && Probes.supported(container.getLivenessProbe())
                && Probes.supported(container.getReadinessProbe());
        return probes ? Optional.empty() : Optional.of("the sandbox makes HTTP and TCP probes only");
    }

    private boolean initialized() {
        return pod.getSpec().getInitContainers().isEmpty();
    }

    PodStatus status(ContainerView view, String hostAddress, Instant now) {
        List<ContainerStatus> containers = pod.getSpec().getContainers().stream()
                .map(container -> container.getName().equals(main.getName())
                        ? containerStatus(container, view)
                        : unsupported(container))
                .toList();
        String phase = phase(view);
        return new PodStatusBuilder()
                .withPhase(phase)
                .withConditions(conditions.of(phase, initialized(), containers, now))
                .withHostIP(hostAddress)
                .addNewHostIP(hostAddress)
                .withPodIP(podAddress)
                .addNewPodIP(podAddress)
                .withStartTime(Timestamps.seconds(startTime))
                .withContainerStatuses(containers)
                .withInitContainerStatuses(pod.getSpec().getInitContainers().stream()
                        .map(PodView::unsupported)
                        .toList())
                .build();
    }

    private String phase(ContainerView view) {
        var end = view.state().getTerminated();
        if (end != null && !RestartPolicy.of(pod).restarts(end.getExitCode())) {
            return end.getExitCode() == 0 ? "Succeeded" : "Failed";
        }
        boolean neverRan = view.containerId().isEmpty() && view.restarts() == 0;
        return neverRan ? "Pending" : "Running";
    }

    private static ContainerStatus containerStatus(Container container, ContainerView view) {
        return new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(ImageName.parse(container.getImage()).full())
                .withImageID(view.imageId())
                .withContainerID(view.containerId().isEmpty() ? null : view.containerId())
                .withState(view.state())
                .withLastState(view.lastState())
                .withRestartCount(view.restarts())
                .withStarted(view.started())
                .withReady(view.ready())
                .build();
    }

    private static ContainerStatus unsupported(Container container) {
        ContainerView waiting = ContainerView.creating().waiting("CreateContainerError", UNSUPPORTED);
        return containerStatus(container, waiting);
    }
}

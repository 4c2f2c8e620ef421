package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.probe.ProbeKind;
import dev.binnacle.sandbox.pod.probe.ProbeListener;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the probes of one run find into signals to the pod's worker and events of the pod. */
final class RunWatch implements ProbeListener {

    private final Kubelet kubelet;
    private final PodIdentity identity;
    private final ContainerRun run;
    private final Signals signals;
    private final Duration podGrace;

    RunWatch(Kubelet kubelet, PodIdentity identity, ContainerRun run, Signals signals, Duration podGrace) {
        this.kubelet = kubelet;
        this.identity = identity;
        this.run = run;
        this.signals = signals;
        this.podGrace = podGrace;
    }

    void begin() {
        run.watch(signals::send, this);
        if (!run.hasStartupProbe()) {
            started();
        }
    }

    @Override
    public void failedOnce(ProbeKind kind, String message) {
        kubelet.events()
                .warning(identity, run.container().getName(), "Unhealthy", kind.label() + " probe failed: " + message);
    }

    @Override
    public void decided(ProbeKind kind, boolean passed) {
        if (!run.alive()) {
            return;
        }
        switch (kind) {
            case READINESS -> signals.send(new PodSignal.Ready(passed));
            case STARTUP -> {
                if (passed) {
                    started();
                } else {
                    unhealthy("startup", run.container().getStartupProbe());
                }
            }
            case LIVENESS -> {
                if (!passed) {
                    unhealthy("liveness", run.container().getLivenessProbe());
                }
            }
        }
    }

    private void started() {
        run.started(this, kubelet.clock().instant());
        signals.send(new PodSignal.Started());
    }

    private void unhealthy(String kind, @Nullable Probe probe) {
        Container container = run.container();
        Duration grace = Optional.ofNullable(probe)
                .map(Probe::getTerminationGracePeriodSeconds)
                .map(Duration::ofSeconds)
                .orElse(podGrace);
        signals.send(new PodSignal.Unhealthy(
                "Container %s failed %s probe, will be restarted".formatted(container.getName(), kind), grace));
    }
}

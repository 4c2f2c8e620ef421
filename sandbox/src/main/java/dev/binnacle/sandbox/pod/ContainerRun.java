package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.log.ContainerLog;
import dev.binnacle.sandbox.pod.probe.ProbeListener;
import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of a container: its process, its ports, its log and its probes. */
final class ContainerRun {

    private final Container container;
    private final Process process;
    private final ContainerPorts ports;
    private final ContainerLog log;
    private final Instant startedAt;
    private final String containerId;
    private final Probes probes;

    ContainerRun(
            Container container,
            Process process,
            ContainerPorts ports,
            ContainerLog log,
            Instant startedAt,
            String containerId,
            String podAddress) {
        this.container = container;
        this.process = process;
        this.ports = ports;
        this.log = log;
        this.startedAt = startedAt;
        this.containerId = containerId;
        this.probes = new Probes(container, ports, podAddress);
    }

    Container container() {
        return container;
    }

    ContainerPorts ports() {
        return ports;
    }

    ContainerLog log() {
        return log;
    }

    Instant startedAt() {
        return startedAt;
    }

    String containerId() {
        return containerId;
    }

    long processId() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Tells of the process's end, and of what its probes find. */
    void watch(Consumer<PodSignal> signals, ProbeListener listener) {
        var _ = process.onExit().thenAccept(ended -> {
            probes.stop();
            signals.accept(new PodSignal.Exited(ended.exitValue()));
        });
        probes.start(listener);
    }

    /** The container has started as its startup probe has it: the other probes begin. */
    void started(ProbeListener listener, Instant now) {
        probes.started(listener, Duration.between(startedAt, now));
    }

    boolean hasStartupProbe() {
        return container.getStartupProbe() != null;
    }

    boolean hasReadinessProbe() {
        return container.getReadinessProbe() != null;
    }

    void stopProbes() {
        probes.stop();
    }

    /** Asks the process to end (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** Ends the process at once (SIGKILL). */
    void kill() {
        process.destroyForcibly();
    }

    /** Whether the process ends within this time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.probe.HttpCheck;
import dev.binnacle.sandbox.pod.probe.ProbeCheck;
import dev.binnacle.sandbox.pod.probe.ProbeKind;
import dev.binnacle.sandbox.pod.probe.ProbeListener;
import dev.binnacle.sandbox.pod.probe.ProbeLoop;
import dev.binnacle.sandbox.pod.probe.ProbeTiming;
import dev.binnacle.sandbox.pod.probe.TcpCheck;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The probes that a container declares, run while it runs. */
final class Probes {

    /** A port that nothing listens at: what a probe of an undeclared port meets. */
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final Container container;
    private final ContainerPorts ports;
    private final String podAddress;
    private final List<Thread> loops = new ArrayList<>();
    private boolean stopped;

    Probes(Container container, ContainerPorts ports, String podAddress) {
        this.container = container;
        this.ports = ports;
        this.podAddress = podAddress;
    }

    /** Whether the sandbox can make this probe: HTTP without TLS, and TCP. */
    static boolean supported(@Nullable Probe probe) {
        return probe == null
                || probe.getTcpSocket() != null
                || (probe.getHttpGet() != null
                        && !"HTTPS".equals(probe.getHttpGet().getScheme()));
    }

    /** Starts the startup probe; {@link #started} starts the others. */
    void start(ProbeListener listener) {
        run(ProbeKind.STARTUP, container.getStartupProbe(), Duration.ZERO, listener);
    }

    void started(ProbeListener listener, Duration running) {
        run(ProbeKind.LIVENESS, container.getLivenessProbe(), running, listener);
        run(ProbeKind.READINESS, container.getReadinessProbe(), running, listener);
    }

    synchronized void stop() {
        stopped = true;
        loops.forEach(Thread::interrupt);
    }

    private synchronized void run(ProbeKind kind, @Nullable Probe probe, Duration running, ProbeListener listener) {
        if (probe == null || stopped) {
            return;
        }
        ProbeLoop loop = new ProbeLoop(kind, ProbeTiming.of(probe).after(running), check(probe), listener);
        loops.add(Thread.ofVirtual().name("probe-" + container.getName()).start(loop));
    }

    private ProbeCheck check(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        if (get == null) {
            IntOrString port = probe.getTcpSocket().getPort();
            return new TcpCheck(shown(port), target(port));
        }
        Map<String, String> headers = new HashMap<>();
        get.getHttpHeaders().forEach(header -> headers.put(header.getName(), header.getValue()));
        String path = Optional.ofNullable(get.getPath()).orElse("/");
        return new HttpCheck(shown(get.getPort()), target(get.getPort()), path, headers);
    }

    private String shown(IntOrString port) {
        return podAddress + ":" + ports.declared(port).orElse(0);
    }

    private InetSocketAddress target(IntOrString port) {
        return ports.declared(port).flatMap(ports::address).orElse(NOWHERE);
    }
}

package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.pod.log.ContainerLog;
import dev.binnacle.sandbox.pod.log.LogStream;
import dev.binnacle.sandbox.pod.volume.MissingSource;
import dev.binnacle.sandbox.pod.volume.MountedVolumes;
import dev.binnacle.sandbox.process.Tether;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Starts the process of a pod's container, as its specification asks. */
final class ContainerStarter {

    /** How long a process may take to end when the sandbox itself has been killed. */
    private static final Duration ORPHAN_GRACE = Duration.ofSeconds(2);

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final Kubelet kubelet;
    private final Pod pod;
    private final Container container;
    private final String podAddress;

    ContainerStarter(Kubelet kubelet, Pod pod, Container container, String podAddress) {
        this.kubelet = kubelet;
        this.pod = pod;
        this.container = container;
        this.podAddress = podAddress;
    }

    /**
     * Starts the process; its log is the one of this restart.
     *
     * @throws UnresolvedReference where the environment refers to something that is missing
     * @throws IOException where the operating system does not start it
     */
    ContainerRun start(BundledImage image, int restart) throws IOException {
        ContainerPorts ports = new ContainerPorts(container);
        MountedVolumes volumes = volumes();
        try {
            return start(image, restart, ports, volumes);
        } catch (IOException | RuntimeException failure) {
            volumes.close();
            throw failure;
        }
    }

    private MountedVolumes volumes() throws IOException {
        try {
            return MountedVolumes.open(kubelet.client(), pod, container, kubelet.volumes());
        } catch (MissingSource missing) {
            throw new UnresolvedReference(String.valueOf(missing.getMessage()));
        }
    }

    private ContainerRun start(BundledImage image, int restart, ContainerPorts ports, MountedVolumes volumes)
            throws IOException {
        PodIdentity identity = PodIdentity.of(pod);
        ContainerEnvironment environment = new ContainerEnvironment(
                new ConfigurationSources(kubelet.client(), identity.namespace()),
                new PodFields(pod, podAddress, Kubelet.HOST_ADDRESS),
                container);
        Map<String, String> declared = environment.resolve();
        List<String> arguments = container.getArgs().stream()
                .map(environment::expand)
                .map(volumes::translate)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(Tether.tie(image.command(kubelet.java(), arguments), ORPHAN_GRACE));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("HOSTNAME", identity.name());
        builder.environment()
                .put(
                        image.versionVariable(),
                        ImageName.parse(container.getImage()).tag());
        declared.forEach((name, value) -> builder.environment().put(name, volumes.translate(value)));
        builder.environment().putAll(ports.variables(declared));
        Path log = kubelet.logs()
                .file(identity.namespace(), identity.name(), identity.uid(), container.getName(), restart);
        ContainerLog writer = new ContainerLog(log, kubelet.clock(), ContainerLog.ROTATION_BYTES);
        kubelet.logs().forgetBefore(log, restart);
        Process process = builder.start();
        var _ = process.onExit().thenRun(volumes::close);
        InetSocketAddress address =
                ports.first().orElseGet(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        new RunningProcess(process.pid(), address).writeBeside(log);
        writer.follow(process.getInputStream(), LogStream.STDOUT);
        writer.follow(process.getErrorStream(), LogStream.STDERR);
        return new ContainerRun(
                container, process, ports, writer, kubelet.clock().instant(), newId(), podAddress);
    }

    private static String newId() {
        byte[] id = new byte[32];
        RANDOM.nextBytes(id);
        return "process://" + HexFormat.of().formatHex(id);
    }
}

package dev.binnacle.sandbox.part;

import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a part is given when it starts: places, ports, child processes, and a way to say how it is doing. */
public final class PartContext {
    /** The system cuts longer paths of Unix sockets off. */
    private static final int LONGEST_SOCKET = 100;

    private final String part;
    private final Parts parts;

    PartContext(String part, Parts parts) {
        this.part = part;
        this.parts = parts;
    }

    /** The folder of this run, for a part's own files: {@code directory("pods")} is made when missing. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(parts.runDirectory().resolve(name));
    }

    /**
     * The Unix socket at which the API server asks for connections into the cluster, as {@code CONNECT host:port}. The
     * pod runner listens there.
     */
    public Path egressSocket() {
        Path usual = parts.runDirectory().resolve("egress.sock");
        return usual.toString().length() <= LONGEST_SOCKET
                ? usual
                : Path.of(System.getProperty("java.io.tmpdir"), "binnacle-" + port("egress-socket") + ".sock");
    }

    /**
     * The port that every node names as its kubelet's. The pod runner serves it with {@code kubelet.crt} of {@link
     * #certificates()}, answers for its own pods, and hands everything else to {@link #kwokPort()}.
     */
    public int kubeletPort() {
        return port("kubelet");
    }

    /** The port at which kwok answers, over TLS, as the kubelet of the pods that it pretends. */
    public int kwokPort() {
        return port("kwok");
    }

    /**
     * The folder with the cluster's certificates and keys as PEM files: {@code ca.crt}, {@code kubelet.crt} with {@code
     * kubelet.key} for a server on 127.0.0.1, {@code kubelet-client.crt} with its key, which kwok and the pod runner
     * know as the API server's.
     */
    public Path certificates() throws IOException {
        return directory("certificates");
    }

    /** A free port on loopback, the same for the same name during the whole run. */
    public int port(String name) {
        return parts.freePort(name);
    }

    /** Where the other parts are, and where this one says where it is. */
    public Addresses addresses() {
        return parts.addresses();
    }

    /** The administrator's kubeconfig, for parts that need {@code kubernetes}. */
    public String kubeconfig() throws IOException {
        return Files.readString(Path.of(addresses().get(Addresses.KUBECONFIG)));
    }

    /** Starts a process that ends with the sandbox. When it ends by itself the part has failed. */
    public Child run(Command command) throws IOException {
        Path log = directory("logs").resolve(command.name() + ".log");
        Child child = Child.start(command, log);
        child.onDeath(last -> parts.report(
                part, PartState.FAILED, command.name() + " ended by itself: " + String.join(" | ", last), -1));
        return child;
    }

    /** Says that programs are being built; shown in the terminal and on the overview. */
    public void building(String detail, int percent) {
        parts.report(part, PartState.BUILDING, detail, percent);
    }

    /** Says what is being waited for. */
    public void starting(String detail) {
        parts.report(part, PartState.STARTING, detail, -1);
    }

    /** Says that a running part has broken down by itself. */
    public void failed(String detail) {
        parts.report(part, PartState.FAILED, detail, -1);
    }
}

package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged portal as a child process. */
final class Portal implements AutoCloseable {
    /** How every process of the portal begins. */
    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseParallelGC", "-Xmx768m");

    private final Child child;
    private final int port;

    private Portal(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    static Portal start(StartupCache cache, int port, Path log, Map<String, String> environment) throws IOException {
        var line = new ArrayList<>(JAVA);
        line.addAll(cache.arguments());
        return new Portal(Child.start(Command.of("portal", line).with(environment), log), port);
    }

    /** Refuses when something listens there already. */
    static void checkPort(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            return;
        } catch (IOException e) {
            throw new Refusal("Port " + port + " is in use: stop what listens there, or choose another, as in"
                    + " BINNACLE_PORT=8090 make run.");
        }
    }

    Child child() {
        return child;
    }

    /** Waits for the sign-in page; gives up after ten minutes or when the process ends. */
    void awaitAnswer() throws InterruptedException {
        new PortalAnswers(port, child).await("/sign-in");
    }

    @Override
    public void close() {
        child.stop();
    }
}

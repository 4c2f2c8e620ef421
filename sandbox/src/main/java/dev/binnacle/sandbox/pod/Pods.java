package dev.binnacle.sandbox.pod;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes behind pods of bundled images, for tests: of a sandbox in this JVM or in another one on this machine.
 * Nothing here goes through the API server, and the runner takes all of it as it would a real accident.
 */
public final class Pods {

    /** The key under which the folder with the pods' logs is published. */
    public static final String DIRECTORY = "pods.directory";

    private static final Duration KILL = Duration.ofSeconds(5);

    private final Path directory;

    public Pods(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Where the pod's first declared port is really served, or nothing while no process of it runs. */
    public Optional<InetSocketAddress> address(String namespace, String pod) {
        return RunningProcess.find(directory, namespace, pod).map(RunningProcess::address);
    }

    /** Kills the pod's process, as a crash would; false where none runs. */
    public boolean crash(String namespace, String pod) {
        return RunningProcess.find(directory, namespace, pod)
                .flatMap(process -> ProcessHandle.of(process.processId()))
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    /**
     * Makes the pod's process take this much more memory and keep it. It may be killed for that before this returns.
     *
     * @throws IllegalStateException where no process of the pod runs
     * @throws UncheckedIOException where the process cannot be reached, yet goes on
     */
    public void fillMemory(String namespace, String pod, long bytes) {
        RunningProcess process = RunningProcess.find(directory, namespace, pod)
                .orElseThrow(() -> new IllegalStateException("No process of " + namespace + "/" + pod + " runs"));
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.processId()));
            try {
                machine.loadAgent(MemoryFiller.jar(directory).toString(), Long.toString(bytes));
            } finally {
                machine.detach();
            }
        } catch (IOException failure) {
            if (!endsWithin(KILL, process.processId())) {
                throw new UncheckedIOException("The memory of " + pod + " could not be filled", failure);
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException refused) {
            throw new IllegalStateException("The process of " + pod + " does not take an agent", refused);
        }
    }

    private static boolean endsWithin(Duration time, long processId) {
        Optional<ProcessHandle> process = ProcessHandle.of(processId);
        try {
            if (process.isPresent()) {
                process.get().onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException goesOn) {
            return false;
        }
    }
}

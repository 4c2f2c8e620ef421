package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The life of one pod, on a thread of its own: from the pull of its image to its removal from the API server. */
final class PodWorker {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final Pod pod;
    private final PodIdentity identity;
    private final Container container;
    private final String podAddress;
    private final PodView view;
    private final StatusWriter writer;
    private final ContainerStarter starter;
    private final Consumer<PodWorker> ended;
    private final CrashLoop crashes;
    private final Signals signals = new Signals();
    private final Thread thread;
    private volatile @Nullable ContainerRun run;
    private volatile ContainerView status;
    private volatile Duration grace;

    /** Begins at once. {@code ended} hears when nothing of the pod is left on this machine but its logs. */
    PodWorker(Kubelet kubelet, Pod pod, Container container, Consumer<PodWorker> ended) {
        this.kubelet = kubelet;
        this.pod = pod;
        this.identity = PodIdentity.of(pod);
        this.container = container;
        this.podAddress = kubelet.addresses().take();
        this.view = new PodView(pod, container, podAddress, kubelet.clock().instant());
        this.writer = new StatusWriter(kubelet.client(), identity);
        this.starter = new ContainerStarter(kubelet, pod, container, podAddress);
        this.status = EarlierRuns.of(pod, container.getName(), kubelet.clock().instant());
        this.grace = declaredGrace(pod);
        this.crashes = new CrashLoop(kubelet, identity, container.getName(), signals);
        this.ended = ended;
        this.thread = Thread.ofVirtual().name("pod-" + identity.name()).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    PodIdentity identity() {
        return identity;
    }

    Optional<ContainerRun> run() {
        return Optional.ofNullable(run).filter(ContainerRun::alive);
    }

    Optional<ContainerRun> lastRun() {
        return Optional.ofNullable(run);
    }

    String containerName() {
        return container.getName();
    }

    int restartCount() {
        return status.restarts();
    }

    /** The pod was marked for deletion, with this much time to end. */
    void deleted(Duration time) {
        if (!signals.ending()) {
            grace = time;
            signals.send(new PodSignal.Deleted());
        }
    }

    /** The pod is no longer in the API server. */
    void vanished() {
        signals.send(new PodSignal.Vanished());
        run().ifPresent(ContainerRun::kill);
    }

    void memoryExceeded() {
        signals.send(new PodSignal.MemoryExceeded());
    }

    /** Ends the process at once and reports nothing: the sandbox itself stops. */
    void abandon() {
        thread.interrupt();
        writer.close();
        run().ifPresent(ContainerRun::kill);
    }

    private void work() {
        try {
            live();
            finish();
        } catch (InterruptedException stopped) {
            writer.close();
        } finally {
            run().ifPresent(ContainerRun::kill);
            kubelet.addresses().giveBack(podAddress);
            ended.accept(this);
        }
    }

    private void live() throws InterruptedException {
        publish(status);
        Optional<String> obstacle = view.obstacle(container);
        if (obstacle.isPresent()) {
            publish(status.waiting("CreateContainerError", obstacle.get()));
            signals.awaitEnd();
        }
        ImagePuller puller = new ImagePuller(kubelet, identity, container, signals);
        while (!signals.ending()) {
            Optional<ImagePull.Present> image =
                    puller.pull((reason, message) -> publish(status.waiting(reason, message)));
            OptionalInt exit = image.isPresent() ? runOnce(image.get()) : OptionalInt.empty();
            if (exit.isPresent() && !RestartPolicy.of(pod).restarts(exit.getAsInt())) {
                signals.awaitEnd();
            } else if (exit.isPresent()
                    && crashes.held(message -> publish(status.waiting("CrashLoopBackOff", message)))) {
                status = status.restarted();
            }
        }
    }

    /** The exit code, or nothing where the container could not be started or the pod is to end. */
    private OptionalInt runOnce(ImagePull.Present image) throws InterruptedException {
        status = status.ofImage(image.imageId());
        try {
            ContainerRun started = starter.start(image.image(), status.restarts());
            run = started;
            normal("Created", "Container created");
            normal("Started", "Container started");
            started.ports().open(kubelet.routes(), podAddress);
            publish(status.running(Timestamps.seconds(started.startedAt()), started.containerId()));
            RunWatch watch = new RunWatch(kubelet, identity, started, signals, declaredGrace(pod));
            watch.begin();
            OptionalInt exit = attend(started);
            if (exit.isPresent()) {
                started.ports().close(kubelet.routes(), podAddress);
            }
            return exit;
        } catch (UnresolvedReference missing) {
            failed("CreateContainerConfigError", String.valueOf(missing.getMessage()));
        } catch (KubernetesClientException unreachable) {
            failed(
                    "CreateContainerConfigError",
                    "failed to read the configuration: timed out waiting for the API server");
        } catch (IOException refused) {
            failed("RunContainerError", String.valueOf(refused.getMessage()));
        }
        return OptionalInt.empty();
    }

    private void failed(String reason, String message) throws InterruptedException {
        kubelet.events().warning(identity, container.getName(), "Failed", "Error: " + message);
        publish(status.waiting(reason, message));
        signals.endWithin(RETRY);
    }

    private OptionalInt attend(ContainerRun current) throws InterruptedException {
        boolean outOfMemory = false;
        while (true) {
            switch (signals.take()) {
                case PodSignal.Exited(int code) -> {
                    ended(new ContainerEnd(
                            current, code, outOfMemory, kubelet.clock().instant()));
                    return OptionalInt.of(code);
                }
                case PodSignal.Started() -> publish(status.asStarted(!current.hasReadinessProbe()));
                case PodSignal.Ready(boolean ready) -> publish(status.asReady(ready));
                case PodSignal.Unhealthy(String message, Duration time) -> {
                    normal("Killing", message);
                    current.stopProbes();
                    publish(status.asReady(false));
                    new Termination(current).within(time);
                }
                case PodSignal.MemoryExceeded() -> {
                    outOfMemory = true;
                    current.kill();
                }
                case PodSignal.Deleted(), PodSignal.Vanished() -> {
                    return OptionalInt.empty();
                }
            }
        }
    }

    private void ended(ContainerEnd end) throws InterruptedException {
        publish(status.terminated(end.terminated()));
    }

    private void finish() throws InterruptedException {
        ContainerRun last = run;
        if (last != null && last.alive() && !signals.vanished()) {
            last.stopProbes();
            publish(status.asReady(false));
            normal("Killing", "Stopping container " + container.getName());
            new Termination(last).within(grace);
            int code = signals.awaitExit().code();
            ended(new ContainerEnd(last, code, false, kubelet.clock().instant()));
        }
        if (last != null) {
            last.ports().close(kubelet.routes(), podAddress);
        }
        if (signals.vanished()) {
            writer.close();
        } else {
            writer.delete();
        }
    }

    private void publish(ContainerView next) {
        status = next;
        writer.write(view.status(next, Kubelet.HOST_ADDRESS, kubelet.clock().instant()));
    }

    private void normal(String reason, String message) {
        kubelet.events().normal(identity, container.getName(), reason, message);
    }

    private static Duration declaredGrace(Pod pod) {
        return Duration.ofSeconds(Optional.ofNullable(pod.getSpec().getTerminationGracePeriodSeconds())
                .orElse(30L));
    }
}

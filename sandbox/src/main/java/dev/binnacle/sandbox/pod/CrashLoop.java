package dev.binnacle.sandbox.pod;

import java.time.Duration;
import java.util.function.Consumer;

/** Holds a container that has ended for as long as its failures ask, reminding of it by an event as a kubelet does. */
final class CrashLoop {

    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final PodIdentity identity;
    private final String container;
    private final Signals signals;
    private final BackOff restarts = new BackOff();

    CrashLoop(Kubelet kubelet, PodIdentity identity, String container, Signals signals) {
        this.kubelet = kubelet;
        this.identity = identity;
        this.container = container;
        this.signals = signals;
    }

    /**
     * Returns true when the container may be started again, false when the pod is to end before.
     *
     * @param waiting told the message of the wait, where there is one
     */
    boolean held(Consumer<String> waiting) throws InterruptedException {
        Duration pause = restarts.after(kubelet.clock().instant());
        if (!pause.isZero()) {
            waiting.accept("back-off %s restarting failed container=%s pod=%s"
                    .formatted(BackOff.display(pause), container, identity.display()));
        }
        while (!pause.isZero()) {
            remind();
            Duration slice = pause.compareTo(REMINDER) < 0 ? pause : REMINDER;
            if (signals.endWithin(slice)) {
                return false;
            }
            pause = pause.minus(slice);
        }
        restarts.retried(kubelet.clock().instant());
        return !signals.ending();
    }

    private void remind() {
        kubelet.events()
                .warning(
                        identity,
                        container,
                        "BackOff",
                        "Back-off restarting failed container %s in pod %s".formatted(container, identity.display()));
    }
}

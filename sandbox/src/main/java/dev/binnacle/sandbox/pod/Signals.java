package dev.binnacle.sandbox.pod;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The signals of one pod, in the order in which they came. */
final class Signals {

    private final BlockingQueue<PodSignal> queue = new LinkedBlockingQueue<>();
    private volatile boolean ending;
    private volatile boolean vanished;

    void send(PodSignal signal) {
        ending |= signal instanceof PodSignal.Deleted || signal instanceof PodSignal.Vanished;
        vanished |= signal instanceof PodSignal.Vanished;
        queue.add(signal);
    }

    /** Whether the pod was deleted or has vanished. */
    boolean ending() {
        return ending;
    }

    boolean vanished() {
        return vanished;
    }

    PodSignal take() throws InterruptedException {
        return queue.take();
    }

    /** Waits this long, or until the pod is to end, which is when it returns true. Other signals are dropped. */
    boolean endWithin(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (!ending) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            var _ = queue.poll(left, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    /** Waits for the end of the pod. Other signals are dropped. */
    void awaitEnd() throws InterruptedException {
        while (!ending) {
            var _ = queue.take();
        }
    }

    /** Waits for the end of the process. Other signals are dropped. */
    PodSignal.Exited awaitExit() throws InterruptedException {
        while (true) {
            if (queue.take() instanceof PodSignal.Exited exited) {
                return exited;
            }
        }
    }
}

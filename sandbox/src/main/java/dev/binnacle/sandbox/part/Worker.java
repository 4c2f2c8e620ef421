package dev.binnacle.sandbox.part;

import java.time.Duration;

/** Work of a part that goes on in the background until it is closed. */
public final class Worker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread thread;

    private Worker(Thread thread) {
        this.thread = thread;
    }

    /** What is done; it ends by being interrupted. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Starts the work on a thread of this name. What it throws, other than its interruption, fails the part. */
    public static Worker start(String name, PartContext context, Work work) {
        return new Worker(Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                context.failed("It broke down: " + e.getMessage());
            }
        }));
    }

    /** Interrupts the work and waits up to 10 s for its end. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

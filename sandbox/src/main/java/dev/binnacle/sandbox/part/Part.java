package dev.binnacle.sandbox.part;

import java.io.IOException;
import java.util.Set;

/**
 * One piece of the platform that starts and stops on its own: PostgreSQL, the control plane, the pod runner.
 *
 * <p>A part is started once its needs are running, and may be stopped and started again any number of times. Calls come
 * from one thread at a time.
 */
public interface Part extends AutoCloseable {

    /** The name by which people, the address file and other parts know it: lower case, words joined by hyphens. */
    String name();

    /** The names of the parts that must be running before this one starts. */
    default Set<String> needs() {
        return Set.of();
    }

    /**
     * Starts the part and returns when it is ready to be used.
     *
     * @throws PartFailure when it cannot start; the message is one sentence for the person at the terminal
     */
    void start(PartContext context) throws IOException, InterruptedException;

    /** Stops the part and returns when nothing of it is left. Does nothing when it does not run. */
    @Override
    void close();
}

package dev.binnacle.sandbox.part;

import java.io.IOException;

/** A part of several processes, of which one can be restarted while the others go on. */
public interface Restartable extends Part {

    /**
     * Stops and starts one process of the part and returns when it, and what depends on it within the part, answers
     * again.
     */
    void restart(String process) throws IOException, InterruptedException;
}

package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Parts;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops everything, once: the last thing started goes first, the parts of the platform at the end. */
final class Ending {
    private final Parts parts;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private volatile boolean begun;

    Ending(Parts parts) {
        this.parts = parts;
    }

    synchronized void add(Runnable step) {
        steps.push(step);
    }

    boolean begun() {
        return begun;
    }

    void stop() {
        begun = true;
        synchronized (this) {
            while (!steps.isEmpty()) {
                steps.pop().run();
            }
            parts.close();
        }
    }
}

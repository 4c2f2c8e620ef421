package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Parts;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops everything, once: the last thing started goes first, the parts of the platform at the end. */
final class Ending {
    private final Parts parts;
    private final Runnable last;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private volatile boolean begun;

    /** {@code last} is called when nothing runs any more. */
    Ending(Parts parts, Runnable last) {
        this.parts = parts;
        this.last = last;
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
            last.run();
        }
    }
}

package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Parts;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops everything, once: the last thing started goes first, the parts of the platform at the end. */
final class Ending {
    private final Parts parts;
    private final Runnable first;
    private final Runnable last;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private volatile boolean begun;

    /** {@code first} is called when the end begins, {@code last} when nothing runs any more. */
    Ending(Parts parts, Runnable first, Runnable last) {
        this.parts = parts;
        this.first = first;
        this.last = last;
    }

    /** Adds what stops something that has been started; it is stopped at once where the end has begun. */
    synchronized void add(Runnable step) {
        if (begun) {
            step.run();
        } else {
            steps.push(step);
        }
    }

    boolean begun() {
        return begun;
    }

    /** Returns when nothing runs any more, also to whoever calls second. */
    synchronized void stop() {
        if (begun) {
            return;
        }
        begun = true;
        first.run();
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
        parts.close();
        last.run();
    }
}

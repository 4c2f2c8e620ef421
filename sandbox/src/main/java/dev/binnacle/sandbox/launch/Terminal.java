package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.PartState;
import dev.binnacle.sandbox.part.PartStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Says in the terminal how the parts are doing: each change of state, and a long build once in a while. */
final class Terminal {
    private static final Duration REMIND_EVERY = Duration.ofSeconds(20);

    private final PrintStream out;
    private final Instant begin;
    private final Map<String, PartState> states = new HashMap<>();
    private final Map<String, Instant> reminded = new HashMap<>();

    Terminal(PrintStream out, Instant begin) {
        this.out = out;
        this.begin = begin;
    }

    synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    synchronized void show(PartStatus status, Instant now) {
        boolean changed = status.state() != states.put(status.name(), status.state());
        if (status.state() == PartState.BUILDING) {
            if (changed
                    || reminded.getOrDefault(status.name(), begin)
                            .plus(REMIND_EVERY)
                            .isBefore(now)) {
                reminded.put(status.name(), now);
                line(status, status.detail() + (status.progress() > 0 ? " (" + status.progress() + " %)" : ""), now);
            }
        } else if (changed && status.state() != PartState.STARTING && status.state() != PartState.WAITING) {
            line(status, words(status), now);
        }
    }

    private void line(PartStatus status, String text, Instant now) {
        say("%4d s  %-16s %s".formatted(Duration.between(begin, now).toSeconds(), status.name(), text));
    }

    private static String words(PartStatus status) {
        return switch (status.state()) {
            case WAITING -> "waits";
            case BUILDING -> "is being built";
            case STARTING -> "is starting";
            case RUNNING -> "runs";
            case STOPPED -> "is stopped";
            case FAILED -> "failed: " + status.detail();
        };
    }
}

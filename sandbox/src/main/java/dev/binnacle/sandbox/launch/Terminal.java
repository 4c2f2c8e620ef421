package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.PartState;
import dev.binnacle.sandbox.part.PartStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Says in the terminal how the parts are doing: each change of state, and a long build once in a while. */
final class Terminal {
    private static final Duration REMIND_EVERY = Duration.ofSeconds(20);

    private final PrintStream out;
    private final Instant begin;
    private final Map<String, PartState> states = new HashMap<>();
    private BooleanSupplier ending = () -> false;
    private final Map<String, Instant> reminded = new HashMap<>();

    Terminal(PrintStream out, Instant begin) {
        this.out = out;
        this.begin = begin;
    }

    synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** From the moment on at which this holds, changes of parts are not worth a line. */
    synchronized void until(BooleanSupplier condition) {
        ending = condition;
    }

    synchronized void show(PartStatus status, Instant now) {
        if (ending.getAsBoolean()) {
            return;
        }
        boolean changed = status.state() != states.put(status.name(), status.state());
        if (status.state() == PartState.BUILDING) {
            if (changed
                    || reminded.getOrDefault(status.name(), begin)
                            .plus(REMIND_EVERY)
                            .isBefore(now)) {
                reminded.put(status.name(), now);
                line(
                        status.name(),
                        status.detail() + (status.progress() > 0 ? " (" + status.progress() + " %)" : ""),
                        now);
            }
        } else if (changed && status.state() != PartState.STARTING && status.state() != PartState.WAITING) {
            line(status.name(), words(status), now);
        }
    }

    /** Says where the portal is and who may sign in. */
    void welcome(Settings settings, String password) {
        say("");
        say("Open http://localhost:" + settings.port() + " and sign in as admin with " + password);
        if (!settings.databaseUrl().isBlank()) {
            say("(where the database already has accounts, those stay as they are)");
        }
        say("Ctrl-C stops everything.");
        say("");
    }

    /** Says the end of the start: that everything runs, or what does not. */
    void sum(List<PartStatus> statuses, Instant now) {
        List<String> missing = statuses.stream()
                .filter(status -> status.state() != PartState.RUNNING)
                .map(PartStatus::name)
                .toList();
        if (missing.isEmpty()) {
            line("everything", "runs", now);
        } else {
            line("the rest", "runs; not running: " + String.join(", ", missing), now);
        }
    }

    /** One line: the seconds since the start, what it is about, and what there is to say of it. */
    void line(String subject, String text, Instant now) {
        say("%4d s  %-16s %s".formatted(Duration.between(begin, now).toSeconds(), subject, text));
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

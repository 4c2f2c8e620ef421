package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an acknowledgement holds, as it was typed.
 *
 * @param alert fingerprints; none where the matchers say which
 * @param matchers of alerts that fire
 * @param length how long it lasts at most, as ISO 8601 has it; empty for until the alert resolves
 */
record AcknowledgeForm(List<String> alert, String matchers, String assignee, String note, String length) {

    static final int MOST_ALERTS = 200;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_ASSIGNEE = 100;

    AcknowledgeForm(
            @Nullable List<String> alert,
            @Nullable String matchers,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable String length) {
        this.alert = alert == null
                ? List.of()
                : alert.stream().distinct().limit(MOST_ALERTS).toList();
        this.matchers = matchers == null ? "" : matchers;
        this.assignee = assignee == null ? "" : assignee.strip();
        this.note = note == null ? "" : note.strip();
        this.length = length == null ? "" : length;
    }

    /** @return which alerts it is about */
    Predicate<Alert> named() {
        if (!alert.isEmpty()) {
            return each -> alert.contains(each.fingerprint());
        }
        return Matchers.parse(matchers) instanceof Matchers all && !all.matchEverything()
                ? each -> each.state() == AlertState.FIRING && all.match(each.labels())
                : _ -> false;
    }

    /** @return what is wrong with it, in a sentence; empty where nothing is */
    String fault() {
        if (note.length() > LONGEST_NOTE || assignee.length() > LONGEST_ASSIGNEE) {
            return "A note has at most %,d characters, and a name %d.".formatted(LONGEST_NOTE, LONGEST_ASSIGNEE);
        }
        return length.isEmpty() || atMost().isPresent() ? "" : "It lasts at most 31 days.";
    }

    /** @return how long it lasts at most; nothing where it lasts until the alert resolves, or cannot be read */
    Optional<Duration> atMost() {
        try {
            return Optional.of(Duration.parse(length))
                    .filter(found -> found.isPositive() && found.compareTo(LONGEST) <= 0);
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** @param shown how many of all alerts are on the form */
    static Verdict verdict(int shown, int all) {
        if (shown == 0) {
            return new Verdict(Status.WARNING, "None of these alerts fires any more, or somebody looks after each.");
        }
        return new Verdict(
                Status.PROGRESS,
                "Everybody sees who looks after " + (shown == 1 ? "it." : "them."),
                all > shown
                        ? "These are the first %,d of %,d: acknowledge the others afterwards.".formatted(shown, all)
                        : "It mutes nothing, and ends when the alert resolves.");
    }
}

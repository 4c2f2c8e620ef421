package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An alert of the history, as its list shows it.
 *
 * @param says what its rule said of it
 * @param lasted "12 min", "fires", "between 3 and 40 min: its end was not seen"
 * @param notes who muted and who acknowledged it, and when
 * @param story the address of all that is known of it
 */
record PastRow(
        Status status,
        Instant startsAt,
        String name,
        String says,
        String lasted,
        List<String> labels,
        List<String> notes,
        String story) {

    private static final int LABELS = 8;

    static PastRow of(String environment, Past past, Times times) {
        Alert alert = past.alert();
        return new PastRow(
                past.endsAt() == null ? alert.severity().status() : Status.OK,
                past.startsAt(),
                alert.name().isEmpty() ? "An alert without a name" : Text.label(alert.name()),
                Rows.says(alert),
                lasted(past, times),
                past.labels().entrySet().stream()
                        .filter(label -> !label.getKey().equals("alertname"))
                        .limit(LABELS)
                        .map(PastRow::label)
                        .toList(),
                notes(past, times),
                View.of(environment, Matchers.NONE).story(past));
    }

    private static String label(Map.Entry<String, String> label) {
        return Text.label(label.getKey() + "=" + label.getValue());
    }

    private static String lasted(Past past, Times times) {
        Instant end = past.endsAt();
        if (end == null) {
            return "fires";
        }
        String longest = times.length(Duration.between(past.startsAt(), end));
        Instant seen = past.endsAfter();
        if (seen == null) {
            return longest;
        }
        Duration least = Duration.between(past.startsAt(), seen);
        return "its end was not seen: "
                + (least.isPositive() ? "between " + times.length(least) + " and " + longest : "at most " + longest);
    }

    private static List<String> notes(Past past, Times times) {
        List<String> notes = new ArrayList<>();
        Instant acknowledged = past.acknowledgedAt();
        if (acknowledged != null && past.acknowledgedBy() != null) {
            notes.add("Acknowledged by %s after %s"
                    .formatted(
                            Text.label(past.acknowledgedBy()),
                            times.length(Duration.between(past.startsAt(), acknowledged))));
        }
        past.mutings()
                .forEach(muting -> notes.add("%s from %s UTC%s"
                        .formatted(
                                muting.kind().equals("silenced") ? "Silenced" : "Held back by another alert",
                                times.at(muting.from()),
                                muting.until() == null ? "" : " until " + times.at(muting.until()))));
        return notes;
    }
}

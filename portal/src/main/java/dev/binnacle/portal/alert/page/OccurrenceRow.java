package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.maintenance.Decided;
import dev.binnacle.portal.alert.maintenance.Occurrence;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a maintenance window mutes.
 *
 * @param says when, in the window's zone: "Sat 5 Dec, 22:00 to 23:30"
 * @param state "mutes now", "skipped by erin"; empty where it is only to come
 * @param act what can be done with it: "stop", "restore"; empty where nothing can
 * @param label of the button for that
 */
record OccurrenceRow(Instant startsAt, String says, Status status, String state, String act, String label) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /**
     * @param decided what became of it; null where it is only to come
     * @param clusters how many clusters of Alertmanagers there are to mute
     */
    static OccurrenceRow of(Occurrence occurrence, @Nullable Decided decided, ZoneId zone, int clusters, Instant now) {
        boolean running = occurrence.running(now);
        String says = says(occurrence, zone);
        if (decided == null) {
            return new OccurrenceRow(
                    occurrence.startsAt(), says, Status.PAUSED, running ? "about to begin" : "", "stop", "Skip");
        }
        return switch (decided.state()) {
            case BEGUN ->
                new OccurrenceRow(
                        occurrence.startsAt(),
                        says,
                        decided.silences() < clusters ? Status.WARNING : Status.SILENCED,
                        decided.silences() < clusters
                                ? "muted on " + decided.silences() + " of " + clusters + " Alertmanagers yet"
                                : running ? "mutes now" : "announced to Alertmanager",
                        "stop",
                        running ? "End now" : "Skip");
            case SKIPPED ->
                new OccurrenceRow(
                        occurrence.startsAt(),
                        says,
                        Status.UNKNOWN,
                        "skipped by " + Text.label(decided.account()),
                        running ? "" : "restore",
                        "Do not skip");
            case ENDED ->
                new OccurrenceRow(
                        occurrence.startsAt(),
                        says,
                        Status.UNKNOWN,
                        "ended by " + Text.label(decided.account())
                                + (decided.silences() > 0 ? ", not yet on every Alertmanager" : ""),
                        "",
                        "");
        };
    }

    static String says(Occurrence occurrence, ZoneId zone) {
        ZonedDateTime start = occurrence.startsAt().atZone(zone);
        ZonedDateTime end = occurrence.endsAt().atZone(zone);
        LocalDate day = start.toLocalDate();
        return DAY.format(start) + ", " + CLOCK.format(start) + " to "
                + (end.toLocalDate().equals(day) ? "" : DAY.format(end) + ", ") + CLOCK.format(end);
    }

    public boolean mutes() {
        return status == Status.SILENCED && label.equals("End now");
    }
}

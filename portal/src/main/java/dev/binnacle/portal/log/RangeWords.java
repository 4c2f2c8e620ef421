package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Says a time range in words, and steps from it to the one before and the one after it. */
final class RangeWords {

    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private RangeWords() {}

    /** @return "Last hour", or "17 Nov 2026 02:00 to 03:12" */
    static String label(TimeRange range) {
        return quick(range).map(QuickRange::label).orElseGet(() -> between(range));
    }

    /** @return "in the last hour", or "from 17 Nov 2026 02:00 to 03:12 UTC" */
    static String within(TimeRange range) {
        return quick(range).map(QuickRange::within).orElseGet(() -> "from " + between(range) + " " + zone(range));
    }

    static String asWritten(Asked asked) {
        return asked.from() + " to " + asked.to();
    }

    /** @return what a column of times says of its zone: "UTC", "Berlin" */
    static String zone(TimeRange range) {
        return Zones.place(range.zone());
    }

    /** @return the same search in the time as long before the range (-1) or after it (1) */
    static Asked beside(Asked asked, TimeRange range, int side) {
        Duration step = range.length().multipliedBy(side);
        return asked.during(
                range.start().plus(step).toString(), range.end().plus(step).toString());
    }

    private static Optional<QuickRange> quick(TimeRange range) {
        return QuickRange.of(range.from(), range.to());
    }

    private static String between(TimeRange range) {
        boolean sameDay = day(range, range.start()).equals(day(range, range.end()));
        return said(range, range.start(), DATED) + " to " + said(range, range.end(), sameDay ? CLOCK : DATED);
    }

    private static String said(TimeRange range, Instant at, DateTimeFormatter format) {
        return format.withZone(range.zone()).format(at);
    }

    private static LocalDate day(TimeRange range, Instant at) {
        return at.atZone(range.zone()).toLocalDate();
    }
}

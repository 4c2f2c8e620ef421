package dev.binnacle.portal.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says a time range in words, in UTC. */
final class RangeWords {

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);

    private RangeWords() {}

    /** @return "Last hour", or "17 Nov 2026 02:00 to 03:12" */
    static String label(TimeRange range) {
        return QuickRange.of(range).map(QuickRange::label).orElseGet(() -> between(range));
    }

    /** @return "in the last hour", or "from 17 Nov 2026 02:00 to 03:12 UTC" */
    static String within(TimeRange range) {
        return QuickRange.of(range)
                .map(quick -> "in the " + quick.label().toLowerCase(Locale.ROOT))
                .orElseGet(() -> "from " + between(range) + " UTC");
    }

    static String asWritten(Asked asked) {
        return asked.from() + " to " + asked.to();
    }

    private static String between(TimeRange range) {
        boolean sameDay = day(range.start()).equals(day(range.end()));
        return DATED.format(range.start()) + " to " + (sameDay ? CLOCK : DATED).format(range.end());
    }

    private static java.time.LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The stretch of time that a page shows.
 *
 * @param from as it stands in the link: relative to now, or a moment
 * @param start the moment that it means today
 * @param end the moment after the last
 * @param zone the reader's
 */
record TimeRange(String from, String to, Instant start, Instant end, ZoneId zone) {

    static final String NOW = "now";
    static final String USUAL = "now-1h";

    /** What an index keeps moments of to the nanosecond: see Elasticsearch's type date_nanos. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    /** What is between them, for a sentence. */
    static final String YEARS = "the years 1970 to 2261, in which lines can be dated";

    /** @throws InvalidTime where an end is no moment, the range is none, or the zone is not known */
    static TimeRange of(Asked asked, Instant now) throws InvalidTime {
        ZoneId zone = zone(asked.zone());
        Instant start = Moment.of(asked.from(), now, zone, Moment.End.FIRST);
        Instant end = Moment.of(asked.to(), now, zone, Moment.End.LAST);
        if (!start.isBefore(end)) {
            throw new InvalidTime("The range ends before it begins: from " + asked.from() + " to " + asked.to() + ".");
        }
        if (!isDatable(start) || !isDatable(end)) {
            throw new InvalidTime("The range reaches out of " + YEARS + ".");
        }
        return new TimeRange(asked.from(), asked.to(), start, end, zone);
    }

    private static ZoneId zone(String name) throws InvalidTime {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new InvalidTime(Zones.unknown(name));
        }
    }

    /** @return whether it may be an end of a range */
    static boolean isDatable(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    /** @return the part of it from that moment on; longer where the moment is earlier */
    TimeRange from(Instant moment) {
        return new TimeRange(moment.toString(), to, moment, end, zone);
    }

    /** @return the time as long right before it; shorter where lines cannot be dated as early */
    TimeRange before() {
        Instant first = isDatable(start.minus(length())) ? start.minus(length()) : EARLIEST;
        return new TimeRange(first.toString(), start.toString(), first, start, zone);
    }

    /** @return whether its lines are of more than a day, so that a time of day does not tell which */
    boolean isLong() {
        return length().compareTo(Duration.ofDays(1)) > 0;
    }
}

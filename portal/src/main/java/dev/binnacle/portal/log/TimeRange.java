package dev.binnacle.portal.log;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a page shows.
 *
 * @param from as it stands in the link: relative to now, or a moment
 * @param start the moment that it means today
 * @param end the moment after the last
 */
record TimeRange(String from, String to, Instant start, Instant end) {

    static final String NOW = "now";
    static final String USUAL = "now-1h";

    private static final Duration LONGEST = Duration.ofDays(366 * 50);

    /** @throws InvalidTime where an end is no moment, or the range is none */
    static TimeRange of(String from, String to, Instant now) throws InvalidTime {
        Instant start = Moment.of(from, now);
        Instant end = Moment.of(to, now);
        if (!start.isBefore(end)) {
            throw new InvalidTime("The range ends before it begins: from " + from + " to " + to + ".");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidTime("The range is longer than 50 years.");
        }
        return new TimeRange(from, to, start, end);
    }

    Duration length() {
        return Duration.between(start, end);
    }
}

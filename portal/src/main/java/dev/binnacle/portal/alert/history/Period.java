package dev.binnacle.portal.alert.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A time that is looked back on.
 *
 * @param to the moment after the last
 * @param zone whose hours and weekdays are meant
 */
public record Period(Instant from, Instant to, ZoneId zone) {

    /** @return the time as long right before it */
    public Period before() {
        return new Period(from.minus(Duration.between(from, to)), from, zone);
    }
}

package dev.binnacle.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Points in time as pages write them, in UTC where they name no other zone. */
@Component
public class Times {

    private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss");
    private static final DateTimeFormatter TODAY = pattern("HH:mm");
    private static final DateTimeFormatter WEEK = pattern("EEE HH:mm");
    private static final DateTimeFormatter DATE = pattern("d MMM uuuu, HH:mm");
    private static final DateTimeFormatter EXACT = pattern("uuuu-MM-dd HH:mm:ss 'UTC'");

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** @return "03:14:06" */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(ZoneOffset.UTC));
    }

    /** @return "2026-11-17 03:14:06 UTC" */
    public String exact(Instant at) {
        return EXACT.format(at.atZone(ZoneOffset.UTC));
    }

    /** @return "03:14" today, "Mon 03:14" in the last six days, otherwise "3 Sep 2026, 03:14" */
    public String at(Instant at) {
        return at(at, ZoneOffset.UTC);
    }

    /** @return the same in that zone, which it does not name */
    public String at(Instant at, ZoneId zone) {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime then = at.atZone(zone);
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return TODAY.format(then);
        }
        boolean week = then.isBefore(now)
                && then.toLocalDate().isAfter(now.toLocalDate().minusDays(7));
        return (week ? WEEK : DATE).format(then);
    }

    /** @return "07:14 Berlin", "Mon 07:14 UTC" */
    public String in(ZoneId zone, Instant at) {
        return at(at, zone) + " " + Zones.place(zone);
    }

    /** @return "4 min ago", or "now" within ten seconds */
    public String ago(Instant at) {
        Duration passed = Duration.between(at, clock.instant());
        return passed.abs().toSeconds() < 10 ? "now" : length(passed.abs()) + (passed.isNegative() ? " ahead" : " ago");
    }

    /** @return "40 s", "4 min", "3 h 18 min", "5 d" */
    public String length(Duration duration) {
        if (duration.toMinutes() < 2) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() < 1) {
            return duration.toMinutes() + " min";
        }
        if (duration.toDays() < 2) {
            return duration.toHours() + " h"
                    + (duration.toMinutesPart() == 0 ? "" : " " + duration.toMinutesPart() + " min");
        }
        return duration.toDays() + " d";
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}

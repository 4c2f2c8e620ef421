package dev.binnacle.portal.alert.maintenance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a maintenance window mutes: from each time that the cron expression names in the zone, for the length.
 *
 * <p>A time of day that clocks skip when they go forward is taken later by as much as they skip; one that they show twice
 * when they go back is taken the first time, and only then. The length is time that passes, whatever clocks do meanwhile.
 *
 * @param cron minute, hour, day of month, month and day of week, as in "0 22 * * SAT"; or a macro as "@weekly"
 * @see CronExpression
 */
public record Recurrence(String cron, ZoneId zone, Duration length) {

    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofDays(7);

    /** How many times are looked at to find that one begins before the former has ended. */
    private static final int LOOKED_AT = 100;
    /** How far the times of one zone can be from those of another, and a skip of its clock. */
    private static final Duration SLACK = Duration.ofHours(30);
    /** Those of an hour that is skipped come among those of the next: at most as many as it has minutes. */
    private static final int DISORDER = 60;

    /** @param length as ISO 8601 has it, "PT2H" */
    public static Recurrence parse(String cron, String zone, String length, Instant now) throws InvalidRecurrence {
        Recurrence parsed = new Recurrence(checked(cron), zone(zone), length(length));
        List<Occurrence> first = parsed.occurrences(now, LOOKED_AT);
        if (first.isEmpty()) {
            throw new InvalidRecurrence("cron", "No day is ever like that.");
        }
        for (int i = 1; i < first.size(); i++) {
            if (first.get(i).startsAt().isBefore(first.get(i - 1).endsAt())) {
                throw new InvalidRecurrence(
                        "length", "It would begin again before it has ended. Make it shorter, or rarer.");
            }
        }
        return parsed;
    }

    /** @return those that end after a time, the first first */
    public List<Occurrence> occurrences(Instant after, int count) {
        CronExpression expression = expression(cron);
        LocalDateTime early = LocalDateTime.ofInstant(after.minus(length).minus(SLACK), zone);
        return Stream.iterate(expression.next(early), Objects::nonNull, expression::next)
                .map(this::at)
                .filter(occurrence -> occurrence.endsAt().isAfter(after))
                .limit((long) count + DISORDER)
                .sorted((one, other) -> one.startsAt().compareTo(other.startsAt()))
                .distinct()
                .limit(count)
                .toList();
    }

    private Occurrence at(LocalDateTime local) {
        Instant start = ZonedDateTime.ofLocal(local, zone, null).toInstant();
        return new Occurrence(start, start.plus(length));
    }

    private static String checked(String cron) throws InvalidRecurrence {
        String fields = cron.strip().replaceAll("\\s+", " ");
        if (!fields.startsWith("@") && fields.split(" ", -1).length != 5) {
            throw new InvalidRecurrence(
                    "cron",
                    "Five fields are expected: minute, hour, day of month, month, day of week, as in 0 22 * * SAT.");
        }
        try {
            expression(fields);
            return fields;
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRecurrence("cron", unknown.getMessage() + ".");
        }
    }

    /** Seconds come first there; a window always begins at a full minute. */
    private static CronExpression expression(String cron) {
        return CronExpression.parse(cron.startsWith("@") ? cron : "0 " + cron);
    }

    private static ZoneId zone(String zone) throws InvalidRecurrence {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            throw new InvalidRecurrence(
                    "zone", "No such time zone is known here. Zones are named as in Europe/Berlin, or UTC.");
        }
    }

    private static Duration length(String length) throws InvalidRecurrence {
        try {
            Duration parsed = Duration.parse(length.strip());
            if (parsed.compareTo(SHORTEST) >= 0 && parsed.compareTo(LONGEST) <= 0) {
                return parsed;
            }
        } catch (DateTimeException unreadable) {
            // Said below.
        }
        throw new InvalidRecurrence("length", "A window lasts from 5 minutes to 7 days.");
    }
}

package dev.binnacle.portal.log;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments as people and links write them: {@code now-15m}, {@code 2026-11-17}, {@code 2026-11-17 02:00}, and the
 * date math of Elasticsearch: {@code now-1d/d}, {@code 2026-11-17||-1M/M}.
 *
 * @see <a href="https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#date-math">Date math</a>
 */
final class Moment {

    private static final Pattern STEP = Pattern.compile("\\G(?:([+-])(\\d{1,6})|(/))([yMwdhHms])");

    /** Which end of a range a moment is: one that is rounded to a day begins that day, or ends it. */
    enum End {
        FIRST,
        LAST
    }

    private Moment() {}

    /** @param zone of a moment that names none, and of the days that are rounded to */
    static Instant of(String text, Instant now, ZoneId zone, End end) throws InvalidTime {
        try {
            int bars = text.indexOf("||");
            if (text.startsWith("now")) {
                return calculated(now.atZone(zone), text.substring(3), end);
            }
            return bars < 0
                    ? absolute(text, zone).toInstant()
                    : calculated(absolute(text.substring(0, bars), zone), text.substring(bars + 2), end);
        } catch (DateTimeException | ArithmeticException _) {
            throw new InvalidTime("“" + text
                    + "” is not a time. Write now, now-15m (s, m, h, d, w, M or y), now/d for today, 2026-11-17 or"
                    + " 2026-11-17 02:00.");
        }
    }

    private static Instant calculated(ZonedDateTime anchor, String steps, End end) {
        ZonedDateTime moment = anchor;
        Matcher step = STEP.matcher(steps);
        int read = 0;
        while (step.find()) {
            moment = step.group(3) == null
                    ? moment.plus(
                            Long.parseLong(step.group(1) + step.group(2)),
                            unit(step.group(4).charAt(0)))
                    : rounded(moment, unit(step.group(4).charAt(0)), end);
            read = step.end();
        }
        if (read < steps.length()) {
            throw new DateTimeException(steps);
        }
        return moment.toInstant();
    }

    private static ZonedDateTime rounded(ZonedDateTime moment, ChronoUnit unit, End end) {
        ZonedDateTime first = switch (unit) {
            case YEARS -> moment.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> moment.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKS -> moment.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> moment.truncatedTo(unit);
        };
        return end == End.FIRST ? first : first.plus(1, unit);
    }

    private static ChronoUnit unit(char letter) {
        return switch (letter) {
            case 's' -> ChronoUnit.SECONDS;
            case 'm' -> ChronoUnit.MINUTES;
            case 'h', 'H' -> ChronoUnit.HOURS;
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'M' -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private static ZonedDateTime absolute(String written, ZoneId zone) {
        String text = written.strip().replace(' ', 'T');
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(zone);
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                : LocalDateTime.parse(text).atZone(zone);
    }
}

package dev.binnacle.portal.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments as people and links write them: {@code now-15m}, {@code 2026-11-17}, {@code 2026-11-17 02:00}. */
final class Moment {

    private static final Pattern RELATIVE = Pattern.compile("now(?:([+-])(\\d{1,6})([smhdw]))?");

    private Moment() {}

    /** A moment without a zone is one of UTC. */
    static Instant of(String text, Instant now) throws InvalidTime {
        Matcher relative = RELATIVE.matcher(text.strip());
        if (relative.matches()) {
            return relative(relative, now);
        }
        try {
            return absolute(text.strip().replace(' ', 'T'));
        } catch (DateTimeException _) {
            throw new InvalidTime("“" + text
                    + "” is not a time. Write now, now-15m (s, m, h, d or w), 2026-11-17 or 2026-11-17 02:00.");
        }
    }

    private static Instant relative(Matcher relative, Instant now) {
        if (relative.group(1) == null) {
            return now;
        }
        long amount = Long.parseLong(relative.group(2));
        long seconds = unit(relative.group(3)).getDuration().toSeconds() * amount;
        return relative.group(1).equals("-") ? now.minusSeconds(seconds) : now.plusSeconds(seconds);
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.WEEKS;
        };
    }

    private static Instant absolute(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}

package dev.binnacle.portal.log.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a text begins with, in ISO 8601: {@code 2026-03-04T05:06:07.089Z}, also with a space for the T, a comma
 * for the point, an offset as in {@code +0100}, or in brackets. One without an offset is none: nobody says of which zone
 * it is.
 */
final class LineTime {

    private static final Pattern LEADING =
            Pattern.compile("\\[?(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)"
                    + "([Zz]|[+-]\\d{2}(?::?\\d{2})?)(?!\\w)");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private LineTime() {}

    static Optional<Instant> leading(String text) {
        Matcher time = LEADING.matcher(text);
        if (!time.lookingAt()) {
            return Optional.empty();
        }
        try {
            String iso = time.group(1) + "T" + time.group(2).replace(',', '.')
                    + time.group(3).toUpperCase(Locale.ROOT);
            return Optional.of(OffsetDateTime.parse(iso, ISO).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}

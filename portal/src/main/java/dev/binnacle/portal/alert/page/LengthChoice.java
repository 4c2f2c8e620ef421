package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A length that a form offers.
 *
 * @param value as ISO 8601 has it, "PT2H"
 * @param text as in "2 h, until 05:14 UTC"
 */
record LengthChoice(String value, String text) {

    static List<LengthChoice> of(Stream<String> values, Instant now, ZoneId zone, Times times) {
        return values.map(value -> of(Duration.parse(value), now, zone, times)).toList();
    }

    private static LengthChoice of(Duration length, Instant now, ZoneId zone, Times times) {
        return new LengthChoice(
                length.toString(), times.length(length) + ", until " + times.in(zone, now.plus(length)));
    }
}

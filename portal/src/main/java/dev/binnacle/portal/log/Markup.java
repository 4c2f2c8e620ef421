package dev.binnacle.portal.log;

import java.util.List;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/**
 * HTML with places for values, as in {@code <b>{}</b>}. Each value is escaped, as text and as an attribute between double
 * quotes; there is no way to put one in as it is.
 */
final class Markup {

    private static final Pattern PLACE = Pattern.compile(Pattern.quote("{}"));

    private final List<String> pieces;

    Markup(String html) {
        this.pieces = List.of(PLACE.split(html, -1));
    }

    /**
     * @param values one for each place
     * @throws IllegalArgumentException where there are more or fewer
     */
    void write(StringBuilder out, String... values) {
        if (values.length != pieces.size() - 1) {
            throw new IllegalArgumentException(
                    "%d values for %d places of %s".formatted(values.length, pieces.size() - 1, pieces));
        }
        out.append(pieces.getFirst());
        for (int at = 0; at < values.length; at++) {
            out.append(HtmlEscape.escapeHtml4Xml(values[at])).append(pieces.get(at + 1));
        }
    }
}

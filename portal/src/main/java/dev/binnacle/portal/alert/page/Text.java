package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.ReadableText;
import java.util.Locale;
import java.util.Optional;

/** Text that others wrote, readable and cut to what a page has room for, and sentences about numbers. */
final class Text {

    private static final int LINE = 300;
    private static final int LABEL = 80;

    private Text() {}

    static String line(String text) {
        return cut(text.strip(), LINE);
    }

    static String label(String text) {
        return cut(text, LABEL);
    }

    private static String cut(String text, int length) {
        return text.length() <= length || text.codePointCount(0, text.length()) <= length
                ? ReadableText.of(text)
                : ReadableText.of(text.substring(0, text.offsetByCodePoints(0, length))) + "…";
    }

    /** @return the address if a browser may follow it: http or https, and nothing else */
    static Optional<String> link(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://")
                ? Optional.of(address.strip()).filter(found -> found.length() <= 2048)
                : Optional.empty();
    }

    /** @return "1 alert fires", "3 alerts fire" */
    static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    /** @return "1,234.5", "0.0681", "1.2e-07"; "none" for what is no number */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return Math.abs(value) >= 100_000 || (value != 0 && Math.abs(value) < 0.001)
                ? String.format(Locale.UK, "%.3g", value)
                : String.format(Locale.UK, "%,.4f", value).replaceFirst("\\.?0+$", "");
    }
}

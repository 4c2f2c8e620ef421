package dev.binnacle.portal.alert.page;

import java.util.Locale;
import java.util.Optional;

/** Text that others wrote, cut to what a page has room for, and sentences about numbers. */
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
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
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
}

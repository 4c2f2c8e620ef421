package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import java.util.Comparator;
import java.util.List;

/**
 * An order of alerts. Among those that are alike in it the worst come first, and then the newest; quiet ones come last in
 * any case.
 *
 * @param token as an address has it
 */
record Sort(String token, String words, Comparator<Alert> order) {

    static final Sort WORST = of("worst", "worst first", Comparator.comparing(Alert::severity));
    static final List<Sort> USUAL = List.of(
            WORST,
            of("newest", "newest first", Comparator.comparing(Alert::startsAt, Comparator.reverseOrder())),
            of("oldest", "oldest first", Comparator.comparing(Alert::startsAt)),
            of("name", "by name", Comparator.comparing(Alert::name)));

    static final String LABEL = "label:";

    /** @param values those that come first; the others follow by the alphabet, and last those that have no such label */
    static Sort byLabel(String label, List<String> values) {
        return of(
                LABEL + label,
                "by " + Text.label(label),
                Comparator.comparingInt((Alert alert) -> rank(alert.label(label), values))
                        .thenComparing(alert -> alert.label(label)));
    }

    private static int rank(String value, List<String> values) {
        int at = values.indexOf(value);
        return at >= 0 ? at : values.size() + (value.isEmpty() ? 1 : 0);
    }

    private static Sort of(String token, String words, Comparator<Alert> first) {
        return new Sort(
                token,
                words,
                Comparator.comparing((Alert alert) -> !alert.state().loud())
                        .thenComparing(first)
                        .thenComparing(Alert::severity)
                        .thenComparing(Alert::startsAt, Comparator.reverseOrder())
                        .thenComparing(Alert::fingerprint));
    }
}

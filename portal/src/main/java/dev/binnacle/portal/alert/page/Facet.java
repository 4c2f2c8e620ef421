package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.matcher.Matcher;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of the alerts shown have which values of a label: the way into thousands of them.
 *
 * @param values the most frequent first
 * @param others how many further values there are
 */
record Facet(String label, List<Value> values, int others) {

    private static final int LABELS = 6;
    private static final int VALUES = 8;
    private static final List<String> FIRST = List.of("severity", "alertname", "namespace");

    record Value(String text, int count, String in) {}

    /** @return nothing where there are so few alerts that one reads them faster */
    static List<Facet> of(List<Alert> alerts, View view, int worthwhile) {
        if (alerts.size() < worthwhile) {
            return List.of();
        }
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (Alert alert : alerts) {
            alert.labels()
                    .forEach((label, value) -> counts.computeIfAbsent(label, name -> new HashMap<>())
                            .merge(value, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(label -> FIRST.contains(label.getKey()) || tells(label.getValue(), alerts.size()))
                .sorted(Comparator.<Map.Entry<String, Map<String, Integer>>>comparingInt(label -> rank(label.getKey()))
                        .thenComparingInt(label -> -covered(label.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(LABELS)
                .map(label -> of(label.getKey(), label.getValue(), view))
                .toList();
    }

    private static int rank(String label) {
        return FIRST.contains(label) ? FIRST.indexOf(label) : FIRST.size();
    }

    /** A label with one value for all, or with another for each, divides nothing. */
    private static boolean tells(Map<String, Integer> values, int alerts) {
        return values.size() > 1 && values.size() <= alerts / 4;
    }

    private static int covered(Map<String, Integer> values) {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Facet of(String label, Map<String, Integer> counts, View view) {
        List<Value> values = counts.entrySet().stream()
                .sorted(Counts.mostFirst())
                .limit(VALUES)
                .map(value -> new Value(
                        Text.label(value.getKey()), value.getValue(), view.with(Matcher.equal(label, value.getKey()))))
                .toList();
        return new Facet(Text.label(label), values, counts.size() - values.size());
    }
}

package dev.binnacle.sandbox.monitoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Samples in Prometheus' text format, kept together by metric.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class Exposition {
    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /** Adds a sample; labels are names and values by turns. */
    void add(String metric, long value, String... labels) {
        StringBuilder family = families.computeIfAbsent(
                metric,
                _ -> new StringBuilder(
                        "# TYPE " + metric + " " + (metric.endsWith("_total") ? "counter" : "gauge") + "\n"));
        family.append(metric).append('{');
        for (int index = 0; index < labels.length; index += 2) {
            family.append(index == 0 ? "" : ",")
                    .append(labels[index])
                    .append("=\"")
                    .append(escape(labels[index + 1]))
                    .append('"');
        }
        family.append("} ").append(value).append('\n');
    }

    /** The same labels and one more. */
    static String[] join(String[] labels, String name, String value) {
        String[] joined = Arrays.copyOf(labels, labels.length + 2);
        joined[labels.length] = name;
        joined[labels.length + 1] = value;
        return joined;
    }

    @Override
    public String toString() {
        return String.join("", families.values());
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

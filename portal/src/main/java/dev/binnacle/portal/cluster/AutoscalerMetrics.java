package dev.binnacle.portal.cluster;

import dev.binnacle.portal.cluster.Autoscaler.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Puts a metric of an autoscaler beside what was last measured of it.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/">
 *     HorizontalPodAutoscaler v2</a>
 */
final class AutoscalerMetrics {

    private AutoscalerMetrics() {}

    static Metric of(Item metric, List<Item> measured) {
        String type = metric.text("type");
        Item source = source(metric, type);
        Item target = source.at("target");
        Item current = measured.stream()
                .filter(candidate -> candidate.text("type").equals(type))
                .map(candidate -> source(candidate, type))
                .filter(candidate -> name(candidate).equals(name(source)))
                .findFirst()
                .map(candidate -> candidate.at("current"))
                .orElse(metric.at("not measured"));
        String field = field(target);
        return new Metric(
                type,
                name(source),
                written(target, field),
                current.has(field) ? written(current, field) : "",
                ratio(target, current, field));
    }

    private static Item source(Item metric, String type) {
        return metric.at(type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
    }

    private static String name(Item source) {
        String container = source.text("container");
        String name = source.text("name", source.at("metric").text("name"));
        return container.isEmpty() ? name : name + " of " + container;
    }

    private static String field(Item target) {
        return switch (target.text("type")) {
            case "Utilization" -> "averageUtilization";
            case "AverageValue" -> "averageValue";
            default -> "value";
        };
    }

    private static String written(Item item, String field) {
        String written = item.written(field);
        return field.equals("averageUtilization") && !written.isEmpty() ? written + " %" : written;
    }

    private static double ratio(Item target, Item current, String field) {
        BigDecimal wanted = Quantities.amount(target.written(field));
        if (!current.has(field) || wanted.signum() <= 0) {
            return Double.NaN;
        }
        return Quantities.amount(current.written(field)).doubleValue() / wanted.doubleValue();
    }
}

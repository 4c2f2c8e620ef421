package dev.binnacle.portal.metric;

import java.time.Duration;
import java.util.Map;

/**
 * A rule of a Prometheus.
 *
 * @param recording whether it records a series in place of raising alerts
 * @param group of rules that are evaluated together
 * @param expression in PromQL
 * @param held for how long the expression must hold before the alert fires
 * @param labels that it adds, which may be templates
 * @param failing what went wrong when it was last evaluated; empty where nothing did
 */
public record Rule(
        boolean recording,
        String group,
        String name,
        String expression,
        Duration held,
        Map<String, String> labels,
        String failing) {

    public Rule {
        labels = Map.copyOf(labels);
    }
}

package dev.binnacle.portal.metric;

import java.time.Instant;
import java.util.Map;

/**
 * One value of an instant query.
 *
 * @param value may be NaN or infinite, as Prometheus has it
 */
public record Sample(Map<String, String> labels, Instant at, double value) {

    public Sample {
        labels = Map.copyOf(labels);
    }
}

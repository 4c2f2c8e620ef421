package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A HorizontalPodAutoscaler.
 *
 * @param targetKind as Kubernetes spells it; {@code target} names the object in the same namespace
 */
public record Autoscaler(
        String namespace,
        String name,
        String targetKind,
        String target,
        int min,
        int max,
        int current,
        int desired,
        @Nullable Instant lastScaled,
        List<Metric> metrics,
        List<Condition> conditions) {

    /**
     * One metric with its target.
     *
     * @param name "cpu", or as the metric is called
     * @param target as written, with its unit: "70 %", "100m"
     * @param present the same for what is measured; empty where it is not known
     * @param ratio present over target, 1.0 when exactly met; NaN where not known
     */
    public record Metric(String type, String name, String target, String present, double ratio) {}
}

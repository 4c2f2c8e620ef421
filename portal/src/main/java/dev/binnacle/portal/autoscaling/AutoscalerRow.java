package dev.binnacle.portal.autoscaling;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * An autoscaler as the page draws it.
 *
 * @param kind of its target as links have it; empty where Binnacle has no page for such a target
 * @param here where the present number of pods lies between minimum and maximum, in per cent of the drawing
 * @param span the width from the minimum to there
 */
record AutoscalerRow(
        Autoscaler autoscaler, Verdict verdict, String kind, String here, String span, List<Gauge> gauges) {

    private static final double LEFT = 4;
    private static final double WIDTH = 92;
    private static final double TARGET_AT = 75;

    /**
     * A metric against its target, which is drawn at 75 per cent.
     *
     * @param width of the present value; empty where it is not known
     */
    record Gauge(String words, String target, String width) {}

    static AutoscalerRow of(Autoscaler autoscaler) {
        int range = Math.max(1, autoscaler.max() - autoscaler.min());
        double at = Math.clamp((autoscaler.current() - autoscaler.min()) / (double) range, 0, 1) * WIDTH;
        return new AutoscalerRow(
                autoscaler,
                AutoscalerVerdict.of(autoscaler),
                kind(autoscaler.targetKind()),
                percent(LEFT + at),
                percent(at),
                autoscaler.metrics().stream().map(AutoscalerRow::gauge).toList());
    }

    private static String kind(String kind) {
        return WorkloadKind.of(kind).map(WorkloadKind::token).orElse("");
    }

    private static Gauge gauge(Autoscaler.Metric metric) {
        boolean known = !Double.isNaN(metric.ratio());
        return new Gauge(
                metric.name() + " " + (known ? metric.present() : "not known"),
                metric.target(),
                known ? percent(Math.clamp(metric.ratio() * TARGET_AT, 0, 100)) : "");
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}

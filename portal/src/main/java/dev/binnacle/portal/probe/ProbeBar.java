package dev.binnacle.portal.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One probe in the plot of a day.
 *
 * @param x where it stands, in per cent of the width
 * @param y where it begins, in pixels from above
 * @param css whether its line arrived or was lost
 */
record ProbeBar(String x, String y, String height, String css, String says) {

    private static final double FLOOR = 60;

    /** @param probes that ended, the oldest first; the tallest bar is that of the slowest */
    static List<ProbeBar> of(List<Probe> probes, Instant now) {
        double slowest = probes.stream()
                .flatMap(probe -> Stream.ofNullable(probe.reached().get(Stage.VISIBLE)))
                .mapToDouble(Duration::toMillis)
                .max()
                .orElse(1);
        return probes.stream().map(probe -> bar(probe, now, slowest)).toList();
    }

    private static ProbeBar bar(Probe probe, Instant now, double slowest) {
        double x =
                1 - (double) Duration.between(probe.startedAt(), now).toMillis() / (double) ProbeView.SHOWN.toMillis();
        Duration visible = probe.reached().get(Stage.VISIBLE);
        double height = visible == null ? FLOOR : Math.max(2, FLOOR * (double) visible.toMillis() / slowest);
        return new ProbeBar(
                String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(x, 0, 1)),
                String.format(Locale.ROOT, "%.1f", FLOOR - height),
                String.format(Locale.ROOT, "%.1f", height),
                visible == null ? "bar-error" : "bar-line",
                visible == null ? "lost" : ProbeView.after(probe, Stage.VISIBLE));
    }
}

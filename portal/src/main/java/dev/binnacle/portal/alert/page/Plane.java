package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.rule.Curve;
import dev.binnacle.portal.metric.Series;
import dev.binnacle.portal.metric.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where values and times of a graph lie, in 1,000 by 100 units.
 *
 * @param bottom the lowest value that there is room for; so is the top
 */
record Plane(Instant from, double milliseconds, double bottom, double top) {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    static Plane of(Curve curve) {
        DoubleSummaryStatistics all = Stream.concat(curve.values().stream(), Stream.of(curve.threshold()))
                .flatMap(series -> series.points().stream())
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .summaryStatistics();
        double low = all.getCount() == 0 ? 0 : Math.min(0, all.getMin());
        double high = all.getCount() == 0 ? 1 : Math.max(0, all.getMax());
        return new Plane(
                curve.from(),
                Math.max(1, Duration.between(curve.from(), curve.to()).toMillis()),
                low,
                high == low ? low + 1 : high + (high - low) * 0.1);
    }

    /** A value that is missing or not finite leaves a gap. */
    String path(Series series) {
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        Instant before = from;
        for (Point point : series.points()) {
            boolean far = Duration.between(before, point.at()).toMillis() > milliseconds / 50;
            if (Double.isFinite(point.value())) {
                path.append(gap || far ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.at()) * WIDTH, y(point.value())));
            }
            gap = !Double.isFinite(point.value());
            before = point.at();
        }
        return path.toString();
    }

    String percent(Instant at) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(x(at), 0, 1) * 100);
    }

    /** @return how far to the right a time lies; 0 is the first, 1 the last */
    double x(Instant at) {
        return Duration.between(from, at).toMillis() / milliseconds;
    }

    private double y(double value) {
        return HEIGHT - (value - bottom) / (top - bottom) * HEIGHT;
    }
}

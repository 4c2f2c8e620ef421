package dev.binnacle.portal.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The values of one label set over a time range, oldest first; a step without a value is left out. */
public record Series(Map<String, String> labels, List<Point> points) {

    public Series {
        labels = Map.copyOf(labels);
        points = List.copyOf(points);
    }

    /** @param value may be NaN or infinite, as Prometheus has it */
    public record Point(Instant at, double value) {}
}

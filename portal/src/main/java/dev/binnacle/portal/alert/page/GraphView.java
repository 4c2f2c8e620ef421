package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.rule.Curve;
import dev.binnacle.portal.metric.Series;
import dev.binnacle.portal.metric.Series.Point;
import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The graph of a rule, drawn into 1,000 by 100 units.
 *
 * @param lines paths of the values, a series each
 * @param threshold its path; empty where there is none
 * @param top the highest value that there is room for, as text; so is the bottom
 * @param began where the alert began to fire or to be pending, in per cent from the left
 * @param begins what it began to do there
 * @param held where its expression began to hold for it
 * @param holding from there until it fired, in per cent of the width
 * @param late whether it began so far to the right that words have to stand before
 * @param says what is to be seen, in a sentence
 * @param rows the same as a table
 */
record GraphView(
        List<String> lines,
        String threshold,
        String top,
        String bottom,
        String from,
        String to,
        String began,
        String begins,
        String held,
        String holding,
        boolean late,
        String says,
        List<Row> rows) {

    private static final int ROWS = 24;

    record Row(Instant at, String value, String threshold) {}

    static GraphView of(Alert alert, Curve curve, Times times) {
        Plane plane = Plane.of(curve);
        boolean pending = alert.state() == AlertState.PENDING;
        Duration holding = pending ? Duration.ZERO : curve.rule().rule().held();
        return new GraphView(
                curve.values().stream().map(plane::path).toList(),
                plane.path(curve.threshold()),
                Text.number(plane.top()),
                Text.number(plane.bottom()),
                times.at(curve.from()),
                times.at(curve.to()),
                plane.percent(alert.startsAt()),
                pending ? "pending" : "fires",
                plane.percent(alert.startsAt().minus(holding)),
                plane.percent(curve.from().plus(holding)),
                plane.x(alert.startsAt()) > 0.9,
                says(curve),
                rows(curve));
    }

    public boolean drawn() {
        return !lines.isEmpty();
    }

    private static String says(Curve curve) {
        if (curve.values().isEmpty()) {
            return "Prometheus has no values of it with the labels of this alert.";
        }
        String last = Text.number(last(curve.values().getFirst()));
        return "It is " + last + " at the end"
                + (curve.threshold().points().isEmpty()
                        ? "."
                        : "; the rule asks for %s %s."
                                .formatted(curve.operator(), Text.number(last(curve.threshold()))));
    }

    private static double last(Series series) {
        return series.points().isEmpty()
                ? Double.NaN
                : series.points().getLast().value();
    }

    private static List<Row> rows(Curve curve) {
        if (curve.values().isEmpty()) {
            return List.of();
        }
        List<Point> points = curve.values().getFirst().points();
        int every = Math.max(1, points.size() / ROWS);
        return IntStream.iterate(0, i -> i < points.size(), i -> i + every)
                .mapToObj(points::get)
                .map(point ->
                        new Row(point.at(), Text.number(point.value()), Text.number(at(curve.threshold(), point.at()))))
                .toList();
    }

    private static double at(Series series, Instant time) {
        return series.points().stream()
                .filter(point -> !point.at().isAfter(time))
                .reduce((one, later) -> later)
                .map(Point::value)
                .orElse(Double.NaN);
    }
}

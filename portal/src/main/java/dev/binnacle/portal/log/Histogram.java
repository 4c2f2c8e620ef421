package dev.binnacle.portal.log;

import java.time.Instant;
import java.util.List;

/**
 * Lines over time, as the template draws them: sideways in per cent, upwards in pixels.
 *
 * @param title "Lines a minute"
 * @param from the moment at its left end
 * @param to the moment at its right end
 * @param bars only of those intervals that have lines
 */
public record Histogram(
        String title, String says, List<Bar> bars, List<Tick> ticks, List<Rule> rules, Instant from, Instant to) {

    /** The height of the lowest pixel of a bar. */
    static final int FLOOR = 128;

    /** The height of the tallest bar, in pixels. */
    static final int TALLEST = 108;

    /**
     * @param x where it begins, as in "12.5%"
     * @param width as in "1.1%"
     * @param errorY the top of its lower part, the errors
     * @param says "02:49 to 02:50: 407 lines, 3 of them errors"
     * @param link the same search in that interval alone
     */
    public record Bar(
            String x,
            String width,
            String errorY,
            String errorHeight,
            String otherY,
            String otherHeight,
            String label,
            long lines,
            long errors,
            String says,
            Instant from,
            Instant to,
            String link) {}

    /** A time below the bars; {@code css} holds it back where the screen is narrow. */
    public record Tick(String x, String label, String css) {}

    /** A line across, at a round number of lines. */
    public record Rule(String y, String labelY, String label) {}
}

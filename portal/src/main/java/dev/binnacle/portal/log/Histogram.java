package dev.binnacle.portal.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time, as the template draws them: sideways in per cent, upwards in pixels.
 *
 * @param title "Lines a minute"
 * @param bars only of those intervals that have lines
 * @param series what a bar is made of, from below
 * @param unsplit the same page without telling values apart; null where none are
 * @param happened "3 things happened", which are the pins
 * @param pinsMissing whether there may be others that could not be read
 * @param from the moment at its left end
 * @param to the moment at its right end
 */
public record Histogram(
        String title,
        String says,
        List<Series> series,
        @Nullable String unsplit,
        List<Bar> bars,
        List<Tick> ticks,
        List<Rule> rules,
        List<Pin> pins,
        String happened,
        boolean pinsMissing,
        Instant from,
        Instant to) {

    /** The height of the lowest pixel of a bar. */
    static final int FLOOR = 128;

    /** The height of the tallest bar, in pixels. */
    static final int TALLEST = 108;

    /** @param css its colour's class */
    public record Series(String name, String css) {}

    /**
     * @param x where it begins, as in "12.5%"
     * @param width as in "1.1%"
     * @param says "02:49 to 02:50: 407 lines, 3 of them errors"
     * @param link the same search in that interval alone
     */
    public record Bar(
            String x,
            String width,
            List<Part> parts,
            String label,
            long lines,
            String says,
            Instant from,
            Instant to,
            String link) {}

    /** The lines of one series in a bar. */
    public record Part(String css, long lines, String y, String height) {}

    /** A time below the bars; {@code css} holds it back where the screen is narrow. */
    public record Tick(String x, String label, String css) {}

    /** A line across, at a round number of lines. */
    public record Rule(String y, String labelY, String label) {}

    /**
     * Something that happened.
     *
     * @param link to where it is told in full
     * @param news what the lines say since then that they did not before
     */
    public record Pin(String x, String status, String icon, String time, String label, String link, String news) {}
}

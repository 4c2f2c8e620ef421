package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line in a list, as the template shows it.
 *
 * @param podEnding what tells the pod from others of its workload
 * @param writer the pod's whole name, and the container
 * @param start the text up to the first match
 */
public record LineRow(
        String time,
        Instant at,
        String level,
        @Nullable String status,
        String podEnding,
        String podLink,
        String writer,
        String start,
        List<Match> matches,
        boolean cut,
        String link) {

    /** How much of a line a list shows, in characters. */
    private static final int SHOWN = 1_000;

    private static final DateTimeFormatter CLOCK = format("HH:mm:ss.SSS");
    private static final DateTimeFormatter DATED = format("d MMM HH:mm:ss");

    /** @param dated whether the range is so long that the day has to be said */
    static LineRow of(String environment, Asked asked, Line line, boolean dated) {
        Excerpt excerpt = Excerpt.of(line.text().stripTrailing(), line.marks(), SHOWN);
        return new LineRow(
                (dated ? DATED : CLOCK).format(line.at()),
                line.at(),
                line.level(),
                Severity.of(line.level()).status(),
                line.pod().substring(line.pod().lastIndexOf('-') + 1),
                Links.pod(environment, line.namespace(), line.pod()),
                line.pod() + ", container " + line.container(),
                Match.start(excerpt.pieces()),
                Match.of(excerpt.pieces()),
                excerpt.cut(),
                LineLinks.to(environment, line, asked.parameters()));
    }

    /** @return what a narrow page shows in place of the columns that it leaves out */
    public String narrow() {
        return time + " " + level + " " + podEnding;
    }

    /** @return what its button is called */
    public String opens() {
        return "Line of " + time;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC);
    }
}

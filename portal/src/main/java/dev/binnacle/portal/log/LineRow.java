package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Sources;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line in a list, as the template shows it.
 *
 * @param podEnding what tells the pod from others of its workload
 * @param writer the pod's whole name, and the container
 * @param cells the columns that were asked for; none where the usual ones are shown
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
        List<Cell> cells,
        String start,
        List<Match> matches,
        boolean cut,
        String link) {

    /** How much of a line a list shows, in characters. */
    private static final int SHOWN = 1_000;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.UK);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK);

    /** How much of a level and of the names of a pod and a container is shown, in characters. */
    private static final int LEVEL = 20;

    static final int NAME = 253;

    /**
     * A field of the line in a column of its own.
     *
     * @param filter the value as a filter names it; null where it is too long for one, a list, or nothing
     */
    public record Cell(String field, String text, @Nullable String filter) {

        private static final int SHOWN = 200;

        static Cell of(String field, JsonNode value) {
            String text = Sources.text(value);
            boolean named = value.isValueNode() && !text.isEmpty() && text.length() <= SHOWN;
            return new Cell(field, Excerpt.of(text, List.of(), SHOWN).text(), named ? text : null);
        }
    }

    /** @param dated whether the range is so long that the day has to be said */
    static LineRow of(String environment, Asked asked, Line line, ZoneId zone, boolean dated) {
        Excerpt excerpt = Excerpt.of(line.text().stripTrailing(), line.marks(), SHOWN);
        String pod = Excerpt.word(line.pod(), NAME);
        return new LineRow(
                (dated ? DATED : CLOCK).withZone(zone).format(line.at()),
                line.at(),
                Excerpt.word(line.level(), LEVEL),
                Severity.of(line.level()).status(),
                pod.substring(pod.lastIndexOf('-') + 1),
                Links.pod(environment, line.namespace(), line.pod()),
                pod + ", container " + Excerpt.word(line.container(), NAME),
                asked.columns().stream()
                        .map(field -> Cell.of(field, Sources.value(line.source(), field)))
                        .toList(),
                Match.start(excerpt.pieces()),
                Match.of(excerpt.pieces()),
                excerpt.cut(),
                LineLinks.to(environment, line, asked.parameters()));
    }

    /** @return what a narrow page shows in place of the columns that it leaves out */
    public String narrow() {
        return cells.isEmpty()
                ? time + " " + level + " " + podEnding
                : cells.stream().map(Cell::text).collect(Collectors.joining(" ", time + " ", ""));
    }

    /** @return what its button is called */
    public String opens() {
        return "Line of " + time;
    }
}

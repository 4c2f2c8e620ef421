package dev.binnacle.portal.log.search;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A log line.
 *
 * @param index the index that holds it, and {@code id} within that
 * @param cursor its moment exactly as Elasticsearch writes it
 * @param text as it was written, control characters included: hostile until made readable
 * @param marks the parts of the text that matched
 * @param level as the line's field or text says it; empty where neither does
 * @param source all of its fields, or those that a list shows
 */
public record Line(
        String index,
        String id,
        Instant at,
        String cursor,
        String text,
        List<Mark> marks,
        String level,
        String stream,
        String namespace,
        String pod,
        String container,
        JsonNode source) {

    public Line {
        marks = List.copyOf(marks);
    }

    /** Characters of a text, from the first to the one after the last. */
    public record Mark(int from, int to) {}
}

package dev.binnacle.portal.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line with everything that is known of it.
 *
 * @param written when, "2026-11-17 03:12:09 UTC"
 * @param pod its name, made readable
 * @param around the lines around it; null where it does not say which pod wrote it
 * @param whole the link that shows all of a long line; null where all is shown
 * @param unfolded the fields of a line that is an object of JSON itself; none for other lines
 * @param json as it was indexed, control characters made visible
 */
record LineView(
        String environment,
        Instant at,
        String written,
        String pod,
        String namespace,
        String podLink,
        String link,
        @Nullable String around,
        String text,
        @Nullable String whole,
        List<Value> fields,
        Map<String, String> unfolded,
        String json) {

    /**
     * @param only the search narrowed to this value; null where that makes no sense
     * @param without the search without this value
     * @param column the search with this field as a column
     */
    record Value(
            String name,
            String text,
            @Nullable String only,
            @Nullable String without,
            String column) {}
}

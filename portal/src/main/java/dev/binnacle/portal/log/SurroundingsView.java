package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line among those that its container wrote before and after it.
 *
 * @param before in the order in which they were written
 * @param earlier the same page with more lines before; null where there are none, or it shows as many as it may
 * @param begins what stands above the first line
 * @param ends what stands below the last line
 * @param search the log page with the lines of this container at this time
 */
record SurroundingsView(
        String environment,
        Line of,
        String podLink,
        List<LineRow> before,
        LineRow line,
        List<LineRow> after,
        @Nullable String earlier,
        @Nullable String later,
        String begins,
        String ends,
        String search) {}

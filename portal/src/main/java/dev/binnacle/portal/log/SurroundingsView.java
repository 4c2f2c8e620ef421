package dev.binnacle.portal.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line among those that its container wrote before and after it.
 *
 * @param pod its name, made readable, as that of the container
 * @param at when the line was written: "2026-11-17 03:12:09 UTC"
 * @param zone what a column of times says of its zone
 * @param before in the order in which they were written
 * @param earlier the page with more lines before; null where there are none, or it shows as many as it may
 * @param begins what stands above the first line
 * @param ends what stands below the last line
 * @param search the log page with the lines of this container at this time
 */
record SurroundingsView(
        String environment,
        String pod,
        String container,
        String at,
        String zone,
        String podLink,
        List<LineRow> before,
        LineRow line,
        List<LineRow> after,
        @Nullable String earlier,
        @Nullable String later,
        String begins,
        String ends,
        String search) {}

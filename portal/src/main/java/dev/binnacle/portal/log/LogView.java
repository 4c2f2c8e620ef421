package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log page, as its template shows it.
 *
 * @param self the link to this view
 * @param ranges quick ranges, each a link to the same search
 * @param pod the workload whose pods alone are searched; null for all
 * @param scope the namespaces that are searched, in words
 * @param nothing why there is no line; null where there are some
 */
record LogView(
        String environment,
        Asked asked,
        String self,
        String rangeLabel,
        List<Range> ranges,
        @Nullable Pill pod,
        String scope,
        Verdict verdict,
        @Nullable QueryFault fault,
        @Nullable String timeFault,
        @Nullable Nothing nothing,
        @Nullable Histogram histogram,
        String order,
        String otherOrder,
        String otherOrderLink,
        List<LineRow> rows,
        @Nullable More more) {

    record Range(String label, String link, boolean current) {}

    /** @param without the same search without it */
    record Pill(String name, String value, String without) {}

    /**
     * The foot of a list.
     *
     * @param says how many lines are shown of how many
     * @param next the address of the rows after these; null after the last
     * @param plainNext the same for a browser that runs no scripts
     */
    record More(
            String says,
            @Nullable String label,
            @Nullable String next,
            @Nullable String plainNext) {}

    /** @return whether anything was found */
    public boolean found() {
        return !rows.isEmpty();
    }
}

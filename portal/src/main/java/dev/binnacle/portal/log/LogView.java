package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log page, as its template shows it.
 *
 * @param self the link to this view
 * @param suggestions the address of what could be written next
 * @param pod the workload whose pods alone are searched; null for all
 * @param scope the namespaces that are searched, in words
 * @param missing which fields the index has not, in a sentence; empty where it has them all
 * @param nothing why there is no line; null where there are some
 * @param fields null where they are not known
 * @param export null where there is no line
 */
public record LogView(
        String environment,
        Asked asked,
        String self,
        String suggestions,
        LogTimes times,
        @Nullable Pill pod,
        List<FilterPill> filters,
        String scope,
        String missing,
        Verdict verdict,
        @Nullable QueryFault fault,
        @Nullable String timeFault,
        @Nullable Nothing nothing,
        @Nullable Histogram histogram,
        @Nullable FieldsPanel fields,
        LineTable table,
        List<LineRow> rows,
        @Nullable More more,
        @Nullable ExportLinks export) {

    /** @param without the same search without it */
    public record Pill(String name, String value, String without) {}

    /**
     * The foot of a list.
     *
     * @param says how many lines are shown of how many
     * @param next the address of the rows after these; null after the last
     * @param plainNext the same for a browser that runs no scripts
     */
    public record More(
            String says,
            @Nullable String label,
            @Nullable String next,
            @Nullable String plainNext) {}

    /** @return the field whose values the histogram tells apart, made readable */
    public String by() {
        return Excerpt.word(asked.by(), FieldsPanel.NAME);
    }

    /** @return whether anything was found */
    public boolean found() {
        return !rows.isEmpty();
    }
}

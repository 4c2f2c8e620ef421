package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of patterns, as its template shows it.
 *
 * @param since as it was asked; empty where nothing is compared
 * @param kept what the form repeats that asks since when
 * @param lines the link to the lines
 * @param nothing why there is none; null where there are some
 * @param sample of which lines the patterns are
 */
record PatternsView(
        String environment,
        String since,
        List<Parameters.Parameter> kept,
        String lines,
        Verdict verdict,
        @Nullable Nothing nothing,
        String sample,
        List<Row> rows) {

    /**
     * @param fresh whether it was not there before
     * @param share of the lines, in per cent, as in "95.9"
     * @param status as {@code data-status} has it; null for none
     * @param example one of the lines; null where they are all as the pattern
     */
    record Row(
            boolean fresh,
            long lines,
            String share,
            @Nullable String status,
            List<Piece> pieces,
            @Nullable String example,
            ValueFilters filters) {}
}

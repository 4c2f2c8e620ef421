package dev.binnacle.portal.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a tail that are sent at once, oldest first.
 *
 * @param ids of the rows, by which a browser knows those that it has
 * @param total how many lines there are since the moment that was asked for
 * @param since the moment to ask for next; empty where there is nothing
 * @param counted how many of the total are since then
 * @param newest the moment of the last row, now where that is still to come; empty where there is none
 * @param missed the log page with lines that came meanwhile and are not sent any more; null where there are none
 * @param partial a sentence that parts of the index did not answer; empty where all did
 * @param trouble why there is nothing; null where there is something
 */
record TailPiece(
        List<LineRow> rows,
        List<String> ids,
        long total,
        String since,
        long counted,
        String newest,
        @Nullable String missed,
        String partial,
        @Nullable String trouble) {

    static TailPiece trouble(String sentence) {
        return new TailPiece(List.of(), List.of(), 0, "", 0, "", null, "", sentence);
    }
}

package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.search.RestoredLines.Document;
import java.util.List;

/**
 * What came of lines that were written.
 *
 * @param refused those that the index takes neither whole nor as text; all others are there, some since an earlier time
 * @param refusal why, of the first of them; empty where there is none
 */
public record Written(List<Document> refused, String refusal) {

    public static final Written NOTHING = new Written(List.of(), "");

    public Written {
        refused = List.copyOf(refused);
    }
}

package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a query, to be shown below its box.
 *
 * @param place the part of the query around the fault; null where the place is not known
 * @param caret as much space as puts the next character below the fault
 * @param verdict what the page says first
 */
public record QueryFault(@Nullable String place, String caret, int character, Verdict verdict, String sentence) {

    private static final int AROUND = 60;

    static QueryFault at(String query, Parsed.Fault fault) {
        int from = Math.max(0, fault.position() - AROUND);
        int to = Math.min(query.length(), fault.position() + AROUND);
        String place = query.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return new QueryFault(
                place,
                " ".repeat(fault.position() - from),
                fault.position() + 1,
                verdict("The query cannot be read, so nothing was searched.", "The place is shown below the box."),
                fault.sentence());
    }

    static QueryFault costly(String reason) {
        return whole("This query would cost too much, so nothing was searched.", reason);
    }

    static QueryFault refused(String reason) {
        return whole(
                "Elasticsearch refuses this query, so nothing was found.",
                "Elasticsearch refuses this query: " + reason);
    }

    private static QueryFault whole(String says, String sentence) {
        return new QueryFault(null, "", 0, verdict(says, "The reason is below the box."), sentence);
    }

    private static Verdict verdict(String says, String because) {
        return new Verdict(Status.WARNING, says, because);
    }
}

package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a query, to be shown below its box.
 *
 * @param place the part of the query around the fault; null where the place is not known
 * @param caret as much space as puts the next character below the fault
 */
record QueryFault(@Nullable String place, String caret, int character, String sentence) {

    private static final int AROUND = 60;

    static QueryFault at(String query, Parsed.Fault fault) {
        int from = Math.max(0, fault.position() - AROUND);
        int to = Math.min(query.length(), fault.position() + AROUND);
        String place = query.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return new QueryFault(place, " ".repeat(fault.position() - from), fault.position() + 1, fault.sentence());
    }

    static QueryFault costly(String reason) {
        return new QueryFault(null, "", 0, "This query would cost too much. " + reason);
    }

    static QueryFault refused(String reason) {
        return new QueryFault(null, "", 0, "Elasticsearch refuses this query: " + reason);
    }
}

package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.query.Clause;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. The namespaces of the environment are not part of it: they are added to every search, whatever
 * this says.
 *
 * @param lucene what each line fits besides the clause, as Elasticsearch's query string; empty for anything
 * @param pods only lines of these; null for those of any pod
 * @param from the first moment
 * @param to the moment after the last
 * @param columns fields that are wanted of each line besides those that a line always has
 * @param zone whose days a histogram's bars begin with
 * @param split how a histogram tells lines apart; null where it only tells errors from others
 */
public record Search(
        Clause clause,
        String lucene,
        @Nullable Pods pods,
        Instant from,
        Instant to,
        boolean newestFirst,
        List<String> columns,
        ZoneId zone,
        @Nullable Split split) {

    public Search {
        columns = List.copyOf(columns);
    }

    public Search(Clause clause, @Nullable Pods pods, Instant from, Instant to, boolean newestFirst) {
        this(clause, "", pods, from, to, newestFirst, List.of(), ZoneOffset.UTC, null);
    }

    Search during(Instant first, Instant end) {
        return new Search(clause, lucene, pods, first, end, newestFirst, columns, zone, split);
    }

    public Search splitBy(Split by) {
        return new Search(clause, lucene, pods, from, to, newestFirst, columns, zone, by);
    }
}

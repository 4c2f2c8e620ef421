package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/** Puts lines in an order by chance. */
final class Chance {

    private Chance() {}

    /** Scores what a query finds by chance alone, in the same way each time. */
    static Query scoring(Query found) {
        return Query.of(q -> q.functionScore(score -> score.query(found)
                .functions(by -> by.randomScore(random -> random.seed("1").field("_seq_no")))
                .boostMode(FunctionBoostMode.Replace)));
    }
}

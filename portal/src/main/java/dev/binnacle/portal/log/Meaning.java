package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Costs;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.portal.log.search.Search;
import java.util.ArrayList;
import java.util.List;

/** What the query and the filters of a link mean together. */
sealed interface Meaning {

    /**
     * They can be read.
     *
     * @param lucene the query, where it is in that language, which Elasticsearch reads itself; empty otherwise
     */
    record Clear(Clause clause, String lucene) implements Meaning {

        Search during(TimeRange range, Asked asked) {
            return new Search(
                    clause,
                    lucene,
                    WorkloadName.read(asked.workload()).orElse(null),
                    range.start(),
                    range.end(),
                    asked.newestFirst(),
                    asked.columns(),
                    range.zone(),
                    null);
        }
    }

    /** They cannot, or would cost too much. */
    record Faulty(QueryFault fault) implements Meaning {}

    static Meaning of(Asked asked) {
        List<String> texts = new ArrayList<>(asked.filters());
        if (!asked.lucene()) {
            texts.addFirst(asked.query());
        }
        Clause clause = new Clause.Everything();
        for (String text : texts) {
            switch (Kql.parse(text)) {
                case Parsed.Understood(Clause part) -> clause = clause.and(part);
                case Parsed.Fault fault -> {
                    return new Faulty(QueryFault.at(text, fault));
                }
            }
        }
        String lucene = asked.lucene() ? asked.query() : "";
        return Costs.of(clause)
                .or(() -> Costs.ofLucene(lucene))
                .<Meaning>map(reason -> new Faulty(QueryFault.costly(reason)))
                .orElse(new Clear(clause, lucene));
    }
}

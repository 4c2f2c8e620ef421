package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import java.util.List;

/** Counts how often a query asks a field for a value: a name with a wildcard asks many at once. */
final class Breadth {

    private static final int MOST = 4_000;

    private final Fields fields;
    private int asked;

    private Breadth(Fields fields) {
        this.fields = fields;
    }

    /** @throws Unfit where that is too often for one query */
    static void check(Clause clause, Fields fields) throws Unfit {
        new Breadth(fields).count("", clause);
    }

    /** @param within the list of objects that names are looked for in; empty outside of any */
    private void count(String within, Clause clause) throws Unfit {
        switch (clause) {
            case Clause.Everything() -> {}
            case Clause.Text(Literal _) -> add(1);
            case Clause.Is(Literal name, Literal _) -> add(within, name);
            case Clause.Range(Literal name, Clause.Bound _, Literal _) -> add(within, name);
            case Clause.And(List<Clause> parts) -> count(within, parts);
            case Clause.Or(List<Clause> parts) -> count(within, parts);
            case Clause.Not(Clause part) -> count(within, part);
            case Clause.Nested(Literal path, Clause part) ->
                count(Translation.named(within, path).text(), part);
        }
    }

    private void count(String within, List<Clause> parts) throws Unfit {
        for (Clause part : parts) {
            count(within, part);
        }
    }

    private void add(String within, Literal name) throws Unfit {
        add(fields.matching(Translation.named(within, name)).size());
    }

    private void add(int fieldsAsked) throws Unfit {
        asked += fieldsAsked;
        if (asked > MOST) {
            throw new Unfit("The query asks fields for values more than %,d times. Name fewer fields, or fewer values."
                    .formatted(MOST));
        }
    }
}

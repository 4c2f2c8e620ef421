package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.search.Sources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Links that narrow a search by the value of a field.
 *
 * @param only the search with lines of this value alone; null where the value is too long for a link, or nothing
 * @param without the search without them
 */
record ValueFilters(@Nullable String only, @Nullable String without) {

    /** How long a value may be that a link names, in characters. */
    private static final int LONGEST = 200;

    static final ValueFilters NONE = new ValueFilters(null, null);

    static ValueFilters of(String environment, Asked asked, String field, String value) {
        return value.isEmpty() || value.length() > LONGEST ? NONE : of(environment, asked, is(field, value));
    }

    /** A list is indexed value by value, so each of them is asked for; lists of objects have no links. */
    static ValueFilters of(String environment, Asked asked, String field, JsonNode value) {
        String text = Sources.text(value);
        if (value.isValueNode()) {
            return of(environment, asked, field, text);
        }
        List<Clause> each = value.valueStream()
                .filter(one -> one.isValueNode() && !one.asString().isEmpty())
                .map(one -> is(field, one.asString()))
                .toList();
        return each.isEmpty() || each.size() < value.size() || text.length() > LONGEST
                ? NONE
                : of(environment, asked, each.size() == 1 ? each.getFirst() : new Clause.And(each));
    }

    private static Clause is(String field, String value) {
        return new Clause.Is(named(field), Literal.phrase(value));
    }

    /** Whether a line has the field at all. */
    static ValueFilters existing(String environment, Asked asked, String field) {
        return of(environment, asked, new Clause.Is(named(field), Literal.words("*")));
    }

    static ValueFilters of(String environment, Asked asked, Clause is) {
        String only = Kql.print(is);
        String without = Kql.print(new Clause.Not(is));
        return new ValueFilters(
                asked.filtered(only, without).link(environment),
                asked.filtered(without, only).link(environment));
    }

    private static Literal named(String field) {
        return new Literal(List.of(field), false);
    }
}

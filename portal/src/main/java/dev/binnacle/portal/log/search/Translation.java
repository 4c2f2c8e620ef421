package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.json.JsonData;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a clause into the query that Kibana would send for it, so that both find the same lines: see <a
 * href="https://www.elastic.co/docs/reference/query-languages/kql">the language</a>.
 */
final class Translation {

    private static final Pattern QUERY_STRING_SPECIAL = Pattern.compile("[+\\-=&|><!(){}\\[\\]^\"~*?:\\\\/]");
    private static final Pattern WILDCARD_SPECIAL = Pattern.compile("[*?\\\\]");

    private final Fields fields;
    private final ZoneId zone;
    private final String within;

    /** @param zone whose days and hours moments without one are of */
    Translation(Fields fields, ZoneId zone) {
        this(fields, zone, "");
    }

    /** @param within the list of objects that names are looked for in; empty outside of any */
    private Translation(Fields fields, ZoneId zone, String within) {
        this.fields = fields;
        this.zone = zone;
        this.within = within;
    }

    Query query(Clause clause) {
        return switch (clause) {
            case Clause.Everything() -> Query.of(q -> q.matchAll(all -> all));
            case Clause.Text(Literal value) -> text(value);
            case Clause.Is(Literal field, Literal value) -> is(field, value);
            case Clause.Range(Literal field, Clause.Bound bound, Literal value) ->
                anyOf(fields.matching(named(field)).stream()
                        .map(one -> wrapped(one, range(one, bound, value)))
                        .toList());
            case Clause.And(List<Clause> parts) ->
                Query.of(q ->
                        q.bool(all -> all.filter(parts.stream().map(this::query).toList())));
            case Clause.Or(List<Clause> parts) ->
                anyOf(parts.stream().map(this::query).toList());
            case Clause.Not(Clause part) -> Query.of(q -> q.bool(none -> none.mustNot(query(part))));
            case Clause.Nested(Literal path, Clause part) -> {
                String list = named(path).text();
                yield nested(list, new Translation(fields, zone, list).query(part));
            }
        };
    }

    private static Query text(Literal value) {
        if (value.hasWildcard()) {
            return Query.of(q -> q.queryString(string -> string.query(queryString(value))));
        }
        return Query.of(q -> q.multiMatch(match -> match.query(value.text())
                .lenient(true)
                .type(value.quoted() ? TextQueryType.Phrase : TextQueryType.BestFields)));
    }

    private Query is(Literal name, Literal value) {
        List<Field> matching = fields.matching(named(name));
        if (value.isAnything() && (name.isAnything() || fields.isEveryField(matching))) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        return anyOf(
                matching.stream().map(field -> wrapped(field, is(field, value))).toList());
    }

    private Literal named(Literal field) {
        return named(within, field);
    }

    /** @param within the list of objects that the field is looked for in; empty outside of any */
    static Literal named(String within, Literal field) {
        return within.isEmpty() ? field : new Literal(List.of(within), false).below(field);
    }

    /** A field of a list of objects is looked for in each of them, also where the query does not say so. */
    private Query wrapped(Field field, Query query) {
        String list = fields.listOf(field.name());
        return list.isEmpty() || list.equals(within) ? query : nested(list, query);
    }

    private static Query nested(String list, Query query) {
        return Query.of(q -> q.nested(nested ->
                nested.path(list).query(query).scoreMode(ChildScoreMode.None).ignoreUnmapped(true)));
    }

    private Query is(Field field, Literal value) {
        if (value.isAnything()) {
            return Query.of(q -> q.exists(exists -> exists.field(field.name())));
        }
        if (value.hasWildcard()) {
            return field.isExact()
                    ? Query.of(q ->
                            q.wildcard(wildcard -> wildcard.field(field.name()).value(wildcard(value))))
                    : Query.of(q ->
                            q.queryString(string -> string.fields(field.name()).query(queryString(value))));
        }
        if (field.isDate()) {
            JsonData moment = JsonData.of(value.text());
            return Query.of(q -> q.range(range -> range.untyped(
                    date -> date.field(field.name()).gte(moment).lte(moment).timeZone(zone.getId()))));
        }
        return value.quoted()
                ? Query.of(q -> q.matchPhrase(match -> match.field(field.name()).query(value.text())))
                : Query.of(q -> q.match(match -> match.field(field.name()).query(value.text())));
    }

    private Query range(Field field, Clause.Bound bound, Literal value) {
        JsonData limit = JsonData.of(value.text());
        UntypedRangeQuery.Builder range = new UntypedRangeQuery.Builder().field(field.name());
        if (field.isDate()) {
            range.timeZone(zone.getId());
        }
        switch (bound) {
            case BELOW -> range.lt(limit);
            case AT_MOST -> range.lte(limit);
            case ABOVE -> range.gt(limit);
            case AT_LEAST -> range.gte(limit);
        }
        return Query.of(q -> q.range(any -> any.untyped(range.build())));
    }

    private static Query anyOf(List<Query> queries) {
        return new BoolQuery.Builder()
                .should(queries)
                .minimumShouldMatch("1")
                .build()
                ._toQuery();
    }

    private static String queryString(Literal value) {
        return joined(value, QUERY_STRING_SPECIAL);
    }

    private static String wildcard(Literal value) {
        return joined(value, WILDCARD_SPECIAL);
    }

    private static String joined(Literal value, Pattern special) {
        return value.pieces().stream()
                .map(piece -> special.matcher(piece).replaceAll("\\\\$0"))
                .collect(Collectors.joining("*"));
    }
}

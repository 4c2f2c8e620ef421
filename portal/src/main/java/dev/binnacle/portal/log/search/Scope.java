package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Filters that stand beside the reader's query, where nothing in it can widen them. */
final class Scope {

    private Scope() {}

    /**
     * @param namespaces those of the environment; empty means all
     * @throws Unfit where the index cannot tell namespaces apart exactly
     */
    static List<Query> filters(Set<String> namespaces, Optional<Pods> pods, Fields fields) throws Unfit {
        List<Query> filters = new ArrayList<>();
        if (!namespaces.isEmpty()) {
            filters.add(equal(Fields.NAMESPACE, namespaces, fields));
        }
        if (pods.isPresent()) {
            filters.add(equal(Fields.NAMESPACE, Set.of(pods.get().namespace()), fields));
            filters.add(
                    switch (pods.get()) {
                        case Pods.Named named -> equal(Fields.POD, named.names(), fields);
                        case Pods.Of of -> like(of, fields);
                    });
        }
        return filters;
    }

    /** Only lines of this container; no filter where the line did not say its own. */
    static List<Query> container(String name, Fields fields) throws Unfit {
        return name.isEmpty() ? List.of() : List.of(equal(Fields.CONTAINER, Set.of(name), fields));
    }

    private static Query equal(String field, Collection<String> values, Fields fields) throws Unfit {
        List<FieldValue> any = values.stream().map(FieldValue::of).toList();
        return exact(
                field,
                fields,
                name -> Query.of(q -> q.terms(terms -> terms.field(name).terms(one -> one.value(any)))));
    }

    private static Query like(Pods.Of pods, Fields fields) throws Unfit {
        return exact(
                Fields.POD,
                fields,
                name -> Query.of(q -> q.regexp(regexp -> regexp.field(name).value(pods.expression()))));
    }

    /** Where indices disagree, only those are searched in which whole values can be compared. */
    private static Query exact(String field, Fields fields, Function<String, Query> query) throws Unfit {
        List<Query> ways = fields.exact(field).stream()
                .map(way -> way.isOfOneType()
                        ? query.apply(way.name())
                        : Query.of(q -> q.bool(both -> both.filter(query.apply(way.name()), within(way.only())))))
                .toList();
        if (ways.isEmpty()) {
            throw new Unfit("Its index has no exact field (keyword) for " + field
                    + ", so the lines of this environment cannot be told from others; none is shown.");
        }
        return ways.size() == 1
                ? ways.getFirst()
                : Query.of(q -> q.bool(either -> either.should(ways).minimumShouldMatch("1")));
    }

    private static Query within(List<String> indices) {
        return Query.of(q -> q.terms(terms -> terms.field("_index")
                .terms(any -> any.value(indices.stream().map(FieldValue::of).toList()))));
    }
}

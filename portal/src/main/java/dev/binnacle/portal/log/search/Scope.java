package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                        case Pods.Of of -> like(of, exact(Fields.POD, fields));
                    });
        }
        return filters;
    }

    /** Only lines of this container; no filter where the line did not say its own. */
    static List<Query> container(String name, Fields fields) throws Unfit {
        return name.isEmpty() ? List.of() : List.of(equal(Fields.CONTAINER, Set.of(name), fields));
    }

    private static Query equal(String field, Collection<String> values, Fields fields) throws Unfit {
        String exact = exact(field, fields);
        return Query.of(q -> q.terms(terms -> terms.field(exact)
                .terms(any -> any.value(values.stream().map(FieldValue::of).toList()))));
    }

    private static Query like(Pods.Of pods, String field) {
        return Query.of(q -> q.regexp(regexp -> regexp.field(field).value(pods.expression())));
    }

    private static String exact(String field, Fields fields) throws Unfit {
        return fields.exact(field)
                .map(Field::name)
                .orElseThrow(() -> new Unfit("Its index has no exact field (keyword) for " + field
                        + ", so the lines of this environment cannot be told from others; none is shown."));
    }
}

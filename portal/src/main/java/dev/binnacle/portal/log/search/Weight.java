package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells queries that keep a processor of Elasticsearch busy for long from those that do not: the former look at many
 * words of the index, or at each line for many words.
 */
final class Weight {

    private static final int MOST_PARTS = 32;

    /** A word that ends in a star is quick: the words that begin alike stand together. */
    private static final Pattern MANY_WORDS = Pattern.compile("[*?].|^[*?]|[~\\[{<>]");

    private Weight() {}

    static boolean isHeavy(Query query) {
        List<Query> parts = parts(query).toList();
        return parts.size() > MOST_PARTS || parts.stream().anyMatch(Weight::looksAtManyWords);
    }

    private static boolean looksAtManyWords(Query part) {
        if (part.isWildcard()) {
            String value = part.wildcard().value();
            return value != null && MANY_WORDS.matcher(value).find();
        }
        return part.isQueryString()
                && MANY_WORDS.matcher(part.queryString().query()).find();
    }

    private static Stream<Query> parts(Query query) {
        if (query.isBool()) {
            BoolQuery all = query.bool();
            return Stream.of(all.filter(), all.must(), all.should(), all.mustNot())
                    .flatMap(List::stream)
                    .flatMap(Weight::parts);
        }
        if (query.isFunctionScore() && query.functionScore().query() != null) {
            return parts(query.functionScore().query());
        }
        return query.isNested() ? parts(query.nested().query()) : Stream.of(query);
    }
}

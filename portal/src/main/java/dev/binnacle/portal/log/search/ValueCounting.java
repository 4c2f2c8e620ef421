package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts a field's values in a sample: lines that are drawn by chance, but the same ones each time, so that two readers
 * see the same shares.
 */
final class ValueCounting {

    /** How many lines of each shard are drawn. */
    static final int SAMPLE = 5_000;

    private final Field field;
    private final int most;

    /** @param most how many values are counted, the most frequent ones */
    ValueCounting(Field field, int most) {
        this.field = field;
        this.most = most;
    }

    SearchRequest.Builder request(Query found) {
        return new SearchRequest.Builder()
                .size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(byChance(found))
                .aggregations(
                        "sample",
                        sample -> sample.sampler(sampler -> sampler.shardSize(SAMPLE))
                                .aggregations(
                                        "having",
                                        having -> having.filter(filter -> filter.exists(e -> e.field(field.name()))))
                                .aggregations(
                                        "values",
                                        values -> values.terms(terms ->
                                                terms.field(field.name()).size(most))));
    }

    /** Scores what a query finds by chance alone, in the same way each time. */
    static Query byChance(Query found) {
        return Query.of(q -> q.functionScore(score -> score.query(found)
                .functions(by -> by.randomScore(random -> random.seed("1").field("_seq_no")))
                .boostMode(FunctionBoostMode.Replace)));
    }

    FieldValues read(SearchResponse<JsonNode> response) {
        int failed = response.shards().failed().intValue();
        var sample = response.aggregations().get("sample");
        if (sample == null) {
            return new FieldValues(field, List.of(), 0, 0, failed);
        }
        Map<String, Aggregate> inner = sample.sampler().aggregations();
        Aggregate having = inner.get("having");
        return new FieldValues(
                field,
                values(inner.get("values")),
                sample.sampler().docCount(),
                having == null ? 0 : having.filter().docCount(),
                failed);
    }

    private static List<FieldValues.Value> values(@Nullable Aggregate aggregate) {
        if (aggregate == null) {
            return List.of();
        }
        return switch (aggregate._kind()) {
            case Sterms ->
                aggregate.sterms().buckets().array().stream()
                        .map(value -> new FieldValues.Value(value.key().stringValue(), value.docCount()))
                        .toList();
            case Lterms ->
                aggregate.lterms().buckets().array().stream()
                        .map(value -> value(value.keyAsString(), String.valueOf(value.key()), value.docCount()))
                        .toList();
            case Dterms ->
                aggregate.dterms().buckets().array().stream()
                        .map(value -> value(value.keyAsString(), number(value.key()), value.docCount()))
                        .toList();
            default -> List.of();
        };
    }

    private static FieldValues.Value value(@Nullable String written, String key, long lines) {
        return new FieldValues.Value(written == null ? key : written, lines);
    }

    private static String number(double key) {
        return key == Math.rint(key) && Math.abs(key) < 1e15 ? String.valueOf((long) key) : String.valueOf(key);
    }
}

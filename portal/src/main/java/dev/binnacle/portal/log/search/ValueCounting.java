package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Counts a field's values in a sample: lines that are drawn by chance, but the same ones each time, so that two readers
 * see the same shares. Elasticsearch skips the lines that are not drawn: see <a
 * href="https://www.elastic.co/docs/reference/aggregations/search-aggregations-random-sampler-aggregation">Random
 * sampler</a>.
 */
final class ValueCounting {

    /** About how many lines are drawn. */
    static final int SAMPLE = 10_000;

    private final Field field;
    private final int most;
    private final double share;

    /**
     * @param most how many values are counted, the most frequent ones
     * @param lines how many there are to draw from
     */
    ValueCounting(Field field, int most, long lines) {
        this.field = field;
        this.most = most;
        // A share between a half and all is none that Elasticsearch takes.
        this.share = lines <= 2 * SAMPLE ? 1 : (double) SAMPLE / lines;
    }

    SearchRequest.Builder request(Query found) {
        return new SearchRequest.Builder()
                .size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(found)
                .aggregations(
                        "sample",
                        sample -> sample.randomSampler(
                                        sampler -> sampler.probability(share).seed(1))
                                .aggregations(
                                        "having",
                                        having -> having.filter(filter -> filter.exists(e -> e.field(field.name()))))
                                .aggregations(
                                        "values",
                                        values -> values.terms(terms ->
                                                terms.field(field.name()).size(most))));
    }

    FieldValues read(SearchResponse<JsonNode> response) {
        int failed = response.shards().failed().intValue();
        Aggregate sample = response.aggregations().get("sample");
        if (sample == null) {
            return new FieldValues(field, List.of(), 0, 0, failed);
        }
        // The library knows how to ask for such a sample, but not its answer.
        JsonNode drawn = sample._custom().to(JsonNode.class);
        List<FieldValues.Value> values = drawn.propertyStream()
                .filter(part -> part.getKey().endsWith("#values"))
                .flatMap(part ->
                        StreamSupport.stream(part.getValue().path("buckets").spliterator(), false))
                .map(bucket -> new FieldValues.Value(text(bucket), lines(bucket)))
                .toList();
        return new FieldValues(
                field, values, drawn.path("doc_count").asLong(), lines(drawn.path("filter#having")), failed);
    }

    /** @return how many of the sample: Elasticsearch reckons from them how many there are of all lines */
    private long lines(JsonNode bucket) {
        return Math.round(bucket.path("doc_count").asLong() * share);
    }

    private static String text(JsonNode bucket) {
        JsonNode key = bucket.path("key");
        return bucket.path("key_as_string")
                .asString(key.isFloatingPointNumber() ? number(key.asDouble()) : key.asString());
    }

    private static String number(double key) {
        return key == Math.rint(key) && Math.abs(key) < 1e15 ? String.valueOf((long) key) : String.valueOf(key);
    }
}

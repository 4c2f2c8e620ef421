package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Counts a field's values: in all lines, or in a sample of many that Elasticsearch draws by chance, skipping the others.
 * It draws the same ones as long as their number stays within a doubling and no segments are merged: see <a
 * href="https://www.elastic.co/docs/reference/aggregations/search-aggregations-random-sampler-aggregation">Random
 * sampler</a>.
 */
final class ValueCounting {

    /** About how many lines are drawn at least. */
    static final int SAMPLE = 10_000;

    /** How many lines are counted without drawing, for which Elasticsearch would go through much of a large index. */
    static final long WHOLE = 50 * SAMPLE;

    private final Field field;
    private final int most;
    private final long whole;

    /**
     * @param most how many values are counted, the most frequent ones
     * @param whole up to how many lines none are left out; twice a sample at least
     */
    ValueCounting(Field field, int most, long whole) {
        this.field = field;
        this.most = most;
        this.whole = whole;
    }

    SearchOutcome<FieldValues> of(Query found, Elasticsearch elasticsearch) throws IOException {
        if (Weight.isHeavy(found)) { // many words are looked at, which would be done twice
            return read(elasticsearch.search(request(found, 1)), 1);
        }
        SearchResponse<JsonNode> all = elasticsearch.search(Requests.count(found));
        if (all.timedOut()) {
            return new SearchOutcome.Stopped<>();
        }
        double share = share(Answers.total(all));
        return read(elasticsearch.search(request(found, share), Duration.ofMillis(all.took())), share);
    }

    /** A power of a half, so that of a range that has grown the same lines are drawn until it has doubled. */
    private double share(long lines) {
        return lines <= whole ? 1 : Math.scalb(1.0, -Math.getExponent((double) lines / SAMPLE));
    }

    private SearchRequest.Builder request(Query found, double share) {
        return new SearchRequest.Builder()
                .size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(found)
                .preference("values") // the same copy of the index each time
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

    private SearchOutcome<FieldValues> read(SearchResponse<JsonNode> response, double share) {
        if (response.timedOut()) {
            return new SearchOutcome.Stopped<>();
        }
        Aggregate sample = response.aggregations().get("sample");
        // The library knows how to ask for such a sample, but not its answer.
        JsonNode drawn =
                sample == null ? MissingNode.getInstance() : sample._custom().to(JsonNode.class);
        List<FieldValues.Value> values = drawn.propertyStream()
                .filter(part -> part.getKey().endsWith("#values"))
                .flatMap(part -> part.getValue().path("buckets").valueStream())
                .map(bucket -> new FieldValues.Value(text(bucket), lines(bucket, share)))
                .toList();
        return new SearchOutcome.Found<>(new FieldValues(
                field,
                values,
                share == 1,
                drawn.path("doc_count").asLong(),
                lines(drawn.path("filter#having"), share),
                response.shards().failed().intValue()));
    }

    /** @return how many of the sample: Elasticsearch reckons from them how many there are of all lines */
    private static long lines(JsonNode bucket, double share) {
        return Math.round(bucket.path("doc_count").asLong() * share);
    }

    private static String text(JsonNode bucket) {
        JsonNode key = bucket.path("key");
        return bucket.path("key_as_string")
                .asString(
                        key.isNumber() ? key.decimalValue().stripTrailingZeros().toPlainString() : key.asString());
    }
}

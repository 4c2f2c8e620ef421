package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the answers of Elasticsearch. */
final class Answers {

    private final Fields fields;
    private final Highlights highlights;

    Answers(Fields fields, Highlights highlights) {
        this.fields = fields;
        this.highlights = highlights;
    }

    /** @param size how many lines were asked for: as many mean that there may be more */
    Lines lines(SearchResponse<JsonNode> response, Duration interval, int size) {
        List<Hit<JsonNode>> hits = response.hits().hits();
        List<Line> lines = hits.stream().map(this::line).toList();
        return new Lines(
                lines,
                HistogramCounts.read(response.aggregations()),
                interval,
                Duration.ofMillis(response.took()),
                response.shards().failed().intValue(),
                hits.size() < size ? null : next(lines, hits.getLast(), response.pitId()));
    }

    SearchOutcome<Lines> counted(SearchResponse<JsonNode> response, Search search) {
        Bucket all = new Bucket(search.from(), total(response), HistogramCounts.errors(response.aggregations()));
        return new SearchOutcome.Found<>(new Lines(
                List.of(),
                List.of(all),
                Duration.between(search.from(), search.to()),
                Duration.ofMillis(response.took()),
                response.shards().failed().intValue(),
                null));
    }

    /** @return how many lines there are altogether; 0 where they were not counted */
    static long total(SearchResponse<?> response) {
        var total = response.hits().total();
        return total == null ? 0 : total.value();
    }

    Line line(Hit<JsonNode> hit) {
        JsonNode source = hit.source() == null ? JsonNodeFactory.instance.objectNode() : hit.source();
        String text = Sources.text(source, fields.message());
        String cursor = hit.sort().isEmpty() ? "" : text(hit.sort().getFirst());
        List<String> marked = hit.highlight().getOrDefault(fields.message(), List.of());
        return new Line(
                hit.index(),
                String.valueOf(hit.id()),
                cursor.isEmpty() ? Instant.EPOCH : Instant.parse(cursor),
                cursor,
                text,
                marked.isEmpty() ? List.of() : highlights.marks(text, marked.getFirst()),
                Levels.of(source, text),
                Sources.text(source, Fields.STREAM),
                Sources.text(source, Fields.NAMESPACE),
                Sources.text(source, Fields.POD),
                Sources.text(source, Fields.CONTAINER),
                source);
    }

    static Continuation next(List<Line> lines, Hit<JsonNode> last, @Nullable String pointInTime) {
        String cursor = lines.getLast().cursor();
        if (pointInTime != null) {
            return new Continuation(pointInTime, cursor, last.sort().get(1).longValue(), List.of());
        }
        List<String> seen = lines.stream()
                .filter(line -> line.cursor().equals(cursor))
                .map(Line::id)
                .toList();
        return new Continuation("", cursor, 0, seen);
    }

    private static String text(FieldValue value) {
        return value.isString() ? value.stringValue() : String.valueOf(value._get());
    }
}

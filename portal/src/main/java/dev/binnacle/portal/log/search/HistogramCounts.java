package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Asks for the lines of each interval of a histogram, and reads what comes. */
final class HistogramCounts {

    static final String LINES = "lines";

    private final Fields fields;

    HistogramCounts(Fields fields) {
        this.fields = fields;
    }

    /** @return the width of an interval that makes a readable number of them */
    static Duration width(Search search) {
        return Interval.fitting(Duration.between(search.from(), search.to()));
    }

    Aggregation of(Search search) {
        return Aggregation.of(lines -> {
            var over = lines.dateHistogram(histogram -> histogram
                            .field(Fields.TIME)
                            .minDocCount(1)
                            .timeZone(search.zone().getId())
                            .fixedInterval(width -> width.time(width(search).toSeconds() + "s")))
                    .aggregations("errors", errors -> errors.filter(Levels.errors(fields)));
            Split split = search.split();
            return split == null ? over : over.aggregations("parts", parts -> parts.filters(of(split)));
        });
    }

    private static FiltersAggregation of(Split split) {
        List<Query> values = split.values().stream()
                .map(value -> Query.of(
                        q -> q.term(term -> term.field(split.field().name()).value(value))))
                .toList();
        return FiltersAggregation.of(parts -> parts.filters(each -> each.array(values)));
    }

    /** @return nothing where no histogram was asked for */
    static List<Bucket> read(Map<String, Aggregate> aggregations) {
        Aggregate lines = aggregations.get(LINES);
        return lines == null
                ? List.of()
                : lines.dateHistogram().buckets().array().stream()
                        .map(bucket -> new Bucket(
                                Instant.ofEpochMilli(bucket.key()),
                                bucket.docCount(),
                                errors(bucket.aggregations()),
                                parts(bucket.aggregations())))
                        .toList();
    }

    static long errors(Map<String, Aggregate> aggregations) {
        Aggregate errors = aggregations.get("errors");
        return errors == null ? 0 : errors.filter().docCount();
    }

    private static List<Long> parts(Map<String, Aggregate> aggregations) {
        Aggregate parts = aggregations.get("parts");
        return parts == null
                ? List.of()
                : parts.filters().buckets().array().stream()
                        .map(part -> part.docCount())
                        .toList();
    }
}

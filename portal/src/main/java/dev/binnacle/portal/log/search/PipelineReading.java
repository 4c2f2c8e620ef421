package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.indices.GetIndicesSettingsResponse;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what the indices of an environment hold. Takes and throws what {@link LogStore} does. */
@Component
public class PipelineReading {

    /** The time over which the rate of writing is taken. */
    public static final Duration LATELY = Duration.ofMinutes(5);

    private static final Duration DAY = Duration.ofDays(1);

    private final Questions questions;
    private final Clock clock;

    PipelineReading(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    public SearchOutcome<Pipeline> of(Environment environment) {
        return questions.ask(environment, (elasticsearch, fields, requests) -> {
            GetIndicesSettingsResponse settings = elasticsearch.settings();
            JsonNode statistics = elasticsearch.told("/_stats").path("indices");
            Map<String, Lifecycle> lifecycles = Lifecycles.of(elasticsearch);
            Map<String, Long> counts = FieldCounts.of(elasticsearch);
            List<Pipeline.Index> indices = settings.settings().entrySet().stream()
                    .map(index -> index(
                            index.getKey(), index.getValue(), statistics.path(index.getKey()), lifecycles, counts))
                    .sorted(Comparator.comparing(
                                    Pipeline.Index::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .reversed())
                    .toList();
            return new SearchOutcome.Found<>(new Pipeline(
                    indices,
                    fields.byName().size(),
                    fields.conflicts(),
                    newest(elasticsearch, fields, requests),
                    lately(elasticsearch, requests)));
        });
    }

    private @Nullable Instant newest(Elasticsearch elasticsearch, Fields fields, Requests requests)
            throws IOException, Unfit {
        Answers answers = new Answers(fields, Highlights.random());
        return elasticsearch.search(requests.sample(since(DAY), 1)).hits().hits().stream()
                .map(hit -> answers.line(hit).at())
                .findFirst()
                .orElse(null);
    }

    private long lately(Elasticsearch elasticsearch, Requests requests) throws IOException, Unfit {
        return Answers.total(elasticsearch.search(Requests.count(requests.found(since(LATELY)))));
    }

    private Search since(Duration ago) {
        Instant now = clock.instant();
        return new Search(new Clause.Everything(), null, now.minus(ago), now, true);
    }

    private static Pipeline.Index index(
            String name,
            IndexState state,
            JsonNode statistics,
            Map<String, Lifecycle> lifecycles,
            Map<String, Long> counts) {
        Optional<IndexSettings> index =
                Optional.ofNullable(state.settings()).map(all -> all.index() == null ? all : all.index());
        return new Pipeline.Index(
                name,
                statistics.path("health").asString("").toLowerCase(java.util.Locale.ROOT),
                statistics.at("/primaries/docs/count").asLong(-1),
                statistics.at("/total/store/size_in_bytes").asLong(-1),
                index.map(IndexSettings::creationDate)
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                Optional.ofNullable(lifecycles.get(name))
                        .or(() -> index.map(IndexSettings::lifecycle)
                                .map(lifecycle -> Lifecycle.named(String.valueOf(lifecycle.name()))))
                        .orElse(Lifecycle.NONE),
                counts.getOrDefault(name, 0L),
                index.map(IndexSettings::mapping)
                        .flatMap(mapping -> Optional.ofNullable(mapping.totalFields()))
                        .flatMap(fields -> Optional.ofNullable(fields.limit()))
                        .map(limit -> Long.parseLong(String.valueOf(limit)))
                        .orElse(Pipeline.Index.USUAL_FIELD_LIMIT));
    }
}

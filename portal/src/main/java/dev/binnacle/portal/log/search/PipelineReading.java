package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.indices.GetIndicesSettingsResponse;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
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
            Map<String, Lifecycle> lifecycles = Lifecycles.of(elasticsearch);
            Map<String, Long> counts = FieldCounts.of(elasticsearch);
            List<Pipeline.Index> indices = elasticsearch.statistics().indices().entrySet().stream()
                    .map(index -> index(index.getKey(), index.getValue(), settings.settings(), lifecycles, counts))
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
        var total = elasticsearch.search(requests.errors(since(LATELY))).hits().total();
        return total == null ? 0 : total.value();
    }

    private Search since(Duration ago) {
        Instant now = clock.instant();
        return new Search(new Clause.Everything(), null, now.minus(ago), now, true);
    }

    private static Pipeline.Index index(
            String name,
            IndicesStats stats,
            Map<String, IndexState> settings,
            Map<String, Lifecycle> lifecycles,
            Map<String, Long> counts) {
        Optional<IndexSettings> index = Optional.ofNullable(settings.get(name))
                .map(IndexState::settings)
                .map(all -> all.index() == null ? all : all.index());
        var primaries = stats.primaries();
        var total = stats.total();
        return new Pipeline.Index(
                name,
                stats.health() == null ? "" : stats.health().jsonValue().toLowerCase(java.util.Locale.ROOT),
                primaries == null || primaries.docs() == null
                        ? 0
                        : primaries.docs().count(),
                total == null || total.store() == null ? 0 : total.store().sizeInBytes(),
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

package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.Sources;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads single lines. */
@Component
class LineReading {

    /** How much of a line is shown unless all of it is asked for, in characters. */
    private static final int SHOWN = 20_000;

    private static final int SHOWN_OF_VALUE = 400;

    private final LogStore store;

    LineReading(LogStore store) {
        this.store = store;
    }

    /** @throws NotFound where the line is gone, or of a namespace out of the environment's scope */
    LineView read(Environment environment, String index, String id, boolean whole, Asked asked) {
        return view(environment, find(environment, index, id), whole, asked);
    }

    /** @throws NotFound where the line is gone, or of a namespace out of the environment's scope */
    Line find(Environment environment, String index, String id) {
        return found(environment, store.line(environment, index, id), Lines.NONE).lines().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "No such line in " + environment.name() + ": it was deleted, or its index is gone."));
    }

    /**
     * @param none what there is where there is no index any more
     * @throws Unavailable where lines could not be looked for
     */
    static <T> T found(Environment environment, SearchOutcome<T> outcome, T none) {
        return switch (outcome) {
            case SearchOutcome.Found<T>(T found) -> found;
            case SearchOutcome.NoIndex<?> _, SearchOutcome.NotConnected<?> _ -> none;
            case SearchOutcome<?> other ->
                throw new Unavailable(
                        "Elasticsearch of " + environment.name(), Troubles.says(other, environment.name()), null);
        };
    }

    private static LineView view(Environment environment, Line line, boolean whole, Asked asked) {
        Excerpt text = Excerpt.of(line.text(), List.of(), whole ? Integer.MAX_VALUE : SHOWN);
        List<String> all = Stream.concat(Stream.of("all", "true"), asked.parameters().stream())
                .toList();
        return new LineView(
                environment.name(),
                line.at(),
                ReadersZone.says(line.at(), asked),
                Excerpt.word(line.pod(), LineRow.NAME),
                line.namespace(),
                Links.pod(environment.name(), line.namespace(), line.pod()),
                LineLinks.to(environment.name(), line, List.of()),
                line.pod().isEmpty()
                        ? null
                        : LineLinks.around(
                                environment.name(), line, asked.elsewhere().parameters()),
                text.text(),
                text.cut() ? LineLinks.to(environment.name(), line, all) : null,
                Sources.flat(line.source()).entrySet().stream()
                        .map(field -> value(environment, field.getKey(), field.getValue(), asked))
                        .toList(),
                unfolded(line.text()),
                Excerpt.of(line.source().toPrettyString(), List.of(), SHOWN).text());
    }

    private static Map<String, String> unfolded(String text) {
        Map<String, String> unfolded = new LinkedHashMap<>();
        Structured.read(text)
                .map(Sources::flat)
                .orElse(Map.of())
                .forEach((name, value) -> unfolded.put(
                        Excerpt.of(name, List.of(), SHOWN_OF_VALUE).text(),
                        Excerpt.of(Sources.text(value), List.of(), SHOWN_OF_VALUE)
                                .text()));
        return unfolded;
    }

    private static LineView.Value value(Environment environment, String name, JsonNode value, Asked asked) {
        ValueFilters filters = name.equals(LogStore.TIME)
                ? ValueFilters.NONE
                : ValueFilters.of(environment.name(), asked, name, value);
        return new LineView.Value(
                Excerpt.word(name, FieldsPanel.NAME),
                Excerpt.of(Sources.text(value), List.of(), SHOWN_OF_VALUE).text(),
                filters.only(),
                filters.without(),
                asked.withColumn(name).link(environment.name()));
    }
}

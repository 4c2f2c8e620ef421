package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Pods;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What other rooms may ask of an environment's log lines. Lines of namespaces out of its scope are never among the
 * answers. Each call takes at most 10 seconds and throws {@link Unavailable} where Elasticsearch does not answer, or
 * {@link dev.binnacle.portal.problem.Forbidden} where it forbids.
 */
@Component
public class Logs {

    private static final int MAX_LINES = 200;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_LENGTH = 1_000;

    private final LogStore store;
    private final Clock clock;

    Logs(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param pods names of pods, which need not exist any more
     * @param max how many lines at most; never more than 200
     * @return the last lines in the order in which they were written; empty where there is none, or no Elasticsearch
     */
    public List<LogLine> lastLines(
            Environment environment, String namespace, Collection<String> pods, Instant since, int max) {
        if (pods.isEmpty()) {
            return List.of();
        }
        Search search =
                new Search(new Clause.Everything(), new Pods.Named(namespace, pods), since, clock.instant(), true);
        return found(environment, store.last(environment, search, Math.clamp(max, 1, MAX_LINES))).lines().stream()
                .map(line -> new LogLine(
                        line.at(),
                        line.pod(),
                        line.container(),
                        Excerpt.of(line.text().stripTrailing(), List.of(), MAX_LENGTH)
                                .text()))
                .toList()
                .reversed();
    }

    /**
     * @param kind of the workload in lower case: "deployment", "statefulset" or "daemonset"
     * @return the lines of its pods, gone ones included; no line where there is no Elasticsearch
     */
    public ErrorLines errorLines(
            Environment environment, String kind, String namespace, String name, Instant from, Instant to) {
        Search search = new Search(new Clause.Everything(), new Pods.Of(namespace, kind, name), from, to, true);
        Lines lines = found(environment, store.errors(environment, search));
        return new ErrorLines(lines.total(), lines.errors());
    }

    /**
     * Asks for the newest line of the last day: whether Elasticsearch answers, and how far the pipeline is behind.
     *
     * @return when it was written; empty where there is none, or no Elasticsearch
     */
    public Optional<Instant> newest(Environment environment) {
        Instant now = clock.instant();
        Search search = new Search(new Clause.Everything(), null, now.minus(DAY), now, true);
        return found(environment, store.last(environment, search, 1)).lines().stream()
                .map(Line::at)
                .findFirst();
    }

    private static Lines found(Environment environment, SearchOutcome<Lines> outcome) {
        return found(environment, outcome, Lines.NONE);
    }

    /** @return what was found; {@code none} where there is nothing to look in */
    static <T> T found(Environment environment, SearchOutcome<T> outcome, T none) {
        return switch (outcome) {
            case SearchOutcome.Found(T found) -> found;
            case SearchOutcome.NotConnected() -> none;
            case SearchOutcome.NoIndex<?> _ -> none;
            case SearchOutcome.Refused<?> _ -> throw failed(environment, "refused the search");
            case SearchOutcome.Unsuited(String sentence) ->
                throw failed(environment, "has an unfit index. " + sentence);
            case SearchOutcome.Stopped() -> throw failed(environment, "took longer than 8 s");
            case SearchOutcome.Expired() -> throw failed(environment, "lost its place");
        };
    }

    private static Unavailable failed(Environment environment, String did) {
        String system = "Elasticsearch of " + environment.name();
        return new Unavailable(system, system + " " + did + ".", null);
    }
}

package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.Series;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Prometheus how what a rule looks at went. Only rules that Prometheus itself tells of are asked about. */
@Component
public class Curves {

    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FINEST = Duration.ofSeconds(5);
    private static final int STEPS = 240;
    private static final int SERIES = 5;

    private final RuleBook book;
    private final Metrics metrics;
    private final Clock clock;

    Curves(RuleBook book, Metrics metrics, Clock clock) {
        this.book = book;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return the rule that an alert comes from, of those with its name the one whose labels it bears */
    public Optional<KnownRule> rule(Environment environment, Alert alert) {
        List<KnownRule> named = book.rules(environment).stream()
                .filter(known ->
                        !known.rule().recording() && known.rule().name().equals(alert.name()))
                .toList();
        return named.stream()
                .filter(known -> alert.labels()
                        .entrySet()
                        .containsAll(known.rule().labels().entrySet()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /**
     * @param ended when the alert did; null while it fires
     * @return from an hour before the alert began until now, or an hour after its end; a day at most
     * @throws dev.binnacle.portal.problem.Problem where Prometheus has no answer
     */
    public Curve of(Environment environment, Alert alert, @Nullable Instant ended, KnownRule known) {
        Optional<Comparison> comparison = Comparison.of(known.rule().expression());
        Instant now = clock.instant();
        Instant from = alert.startsAt().minus(known.rule().held()).minus(BEFORE);
        Instant to = Stream.of(now, from.plus(LONGEST), ended == null ? now : ended.plus(BEFORE))
                .min(Comparator.naturalOrder())
                .orElse(now);
        List<Series> values = series(
                environment,
                alert,
                comparison.map(Comparison::value).orElse(known.rule().expression()),
                from,
                to);
        Series threshold = comparison
                .flatMap(found -> series(environment, alert, found.threshold(), from, to).stream()
                        .findFirst())
                .orElse(new Series(Map.of(), List.of()));
        return new Curve(known, comparison.map(Comparison::operator).orElse(""), values, threshold, from, to);
    }

    private List<Series> series(Environment environment, Alert alert, String expression, Instant from, Instant to) {
        Duration step = Duration.between(from, to).dividedBy(STEPS);
        return metrics.range(environment, expression, from, to, step.compareTo(FINEST) < 0 ? FINEST : step).stream()
                .filter(series -> isOf(series, alert))
                .limit(SERIES)
                .toList();
    }

    private static boolean isOf(Series series, Alert alert) {
        return series.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("__name__"))
                .allMatch(label -> alert.label(label.getKey()).equals(label.getValue()));
    }
}

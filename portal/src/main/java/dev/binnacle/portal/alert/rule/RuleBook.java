package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.metric.Rule;
import dev.binnacle.portal.metric.Rules;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rules of each environment as they were last read, in memory: twice a minute beside the alerts. */
@Component
public class RuleBook implements DisposableBean {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Rules rules;
    private final Clock clock;
    private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<EnvironmentId, Page> pages = new ConcurrentHashMap<>();

    private record Page(Instant begun, List<KnownRule> rules) {}

    RuleBook(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void destroy() {
        reading.shutdownNow();
    }

    /** @return those that raise alerts, and those that record for them and cannot, as they were last read; nothing before that, or where the environment has no Prometheus */
    public List<KnownRule> rules(Environment environment) {
        Page page = pages.get(environment.id());
        return page == null ? List.of() : page.rules();
    }

    @EventListener
    void on(BoardRead read) {
        Environment environment = read.environment();
        Instant now = clock.instant();
        Page page = pages.get(environment.id());
        if (environment.prometheus() != null
                && (page == null || !page.begun().plus(INTERVAL).isAfter(now))) {
            pages.put(environment.id(), new Page(now, page == null ? List.of() : page.rules()));
            reading.execute(() -> refresh(environment));
        }
    }

    /** Reads now; a Prometheus that does not answer leaves what was read before. */
    public void refresh(Environment environment) {
        try {
            List<Rule> read = rules.ofAlerts(environment);
            Set<String> there = rules.metricNames(environment);
            Set<String> asked = read.stream()
                    .filter(rule -> !rule.recording())
                    .flatMap(rule -> MetricNames.of(rule.expression()).stream())
                    .collect(Collectors.toSet());
            List<KnownRule> known = read.stream()
                    .filter(rule -> !rule.recording() || asked.contains(rule.name()))
                    .map(rule -> known(rule, there))
                    .toList();
            pages.put(environment.id(), new Page(clock.instant(), known));
        } catch (Problem seen) {
            // Kept by the health of Prometheus.
        }
    }

    private static KnownRule known(Rule rule, Set<String> there) {
        SortedSet<String> missing =
                new TreeSet<>(rule.expression().contains("absent") ? Set.of() : MetricNames.of(rule.expression()));
        missing.removeAll(there);
        return new KnownRule(rule, missing);
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Member;
import dev.binnacle.portal.alert.rule.KnownRule;
import dev.binnacle.portal.alert.rule.RuleBook;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.PrometheusHealth;
import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what makes the alerts of an environment less reliable though all that they come from answers. */
@Component
class Doubts {

    /** Below that, alerts and silences are not visibly early or late. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final Metrics metrics;
    private final RuleBook rules;
    private final Times times;

    Doubts(Metrics metrics, RuleBook rules, Times times) {
        this.metrics = metrics;
        this.rules = rules;
        this.times = times;
    }

    /** @return sentences, the gravest first */
    List<String> about(Environment environment, Board board) {
        PrometheusHealth prometheus = metrics.health(environment);
        List<Member> members = board.members().stream().filter(Member::answers).toList();
        Stream<String> undelivered = members.stream().flatMap(this::undelivered);
        Stream<String> outdated = members.stream()
                .filter(member -> member.condition().outdated())
                .map(member -> "Alertmanager at " + member.address()
                        + " could not load its newest configuration, and runs with an older one.");
        Stream<String> clocks = members.stream()
                .flatMap(member -> clock(
                        "Alertmanager at " + member.address(),
                        member.condition().ahead())
                        .stream());
        return Stream.of(
                        undelivered,
                        outdated,
                        outdated(prometheus).stream(),
                        failing(environment).stream(),
                        clocks,
                        prometheus.answers() ? clock("Prometheus", prometheus.ahead()).stream() : Stream.<String>of())
                .flatMap(all -> all)
                .toList();
    }

    private Stream<String> undelivered(Member member) {
        return member.condition().undelivered().stream()
                .map(each -> "Alertmanager at " + member.address() + " could not deliver "
                        + Text.count(each.count(), "notification", "notifications") + " by "
                        + Text.label(each.integration()) + " since " + times.at(each.since()) + " UTC, the last "
                        + times.ago(each.last()).replaceFirst("^now$", "just now") + ".");
    }

    private Optional<String> outdated(PrometheusHealth prometheus) {
        return Optional.ofNullable(prometheus.outdatedSince())
                .map(since -> "Prometheus could not load its newest configuration, and runs with that of "
                        + times.at(since) + " UTC.");
    }

    private Optional<String> failing(Environment environment) {
        List<KnownRule> failing = rules.rules(environment).stream()
                .filter(known -> !known.rule().failing().isEmpty())
                .toList();
        return failing.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.count(failing.size(), "rule cannot", "rules cannot")
                        + " be evaluated, so alerts are missing: "
                        + Text.label(failing.getFirst().rule().name())
                        + (failing.size() > 1 ? " and others" : "") + ".");
    }

    private Optional<String> clock(String whose, Duration ahead) {
        return ahead.abs().compareTo(SKEW) < 0
                ? Optional.empty()
                : Optional.of("The clock of " + whose + " is " + times.length(ahead.abs())
                        + (ahead.isNegative() ? " behind" : " ahead of")
                        + " that of Binnacle: times are wrong by as much.");
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.board.DeadMansSwitch;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.web.Banner;
import dev.binnacle.portal.web.Banners;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says on every page where alerts may be missing: a dead man's switch that stays away, an Alertmanager that is gone, or what
 * makes them doubtful.
 */
@Component
class MissingAlerts implements Banners {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Environments environments;
    private final Boards boards;
    private final Metrics metrics;
    private final Doubts doubts;
    private final Times times;
    private final Clock clock;
    private final Duration late;

    /** @param late how long a dead man's switch may stay away; Prometheus repeats it every minute */
    MissingAlerts(
            Environments environments,
            Boards boards,
            Metrics metrics,
            Doubts doubts,
            Times times,
            Clock clock,
            @Value("${binnacle.alerts.dead-mans-switch-late:3m}") Duration late) {
        this.environments = environments;
        this.boards = boards;
        this.metrics = metrics;
        this.doubts = doubts;
        this.times = times;
        this.clock = clock;
        this.late = late;
    }

    @Override
    public List<Banner> banners() {
        return environments.all().stream()
                .flatMap(environment ->
                        boards.lastRead(environment).flatMap(board -> banner(environment, board)).stream())
                .toList();
    }

    /** @return the gravest of what makes the alerts of an environment less true than they look */
    Optional<Banner> banner(Environment environment, Board board) {
        return unreachable(environment, board)
                .or(() -> switchedOff(environment, board))
                .or(() -> doubtful(environment, board));
    }

    /** @return whether the dead man's switch arrives, or none is expected */
    boolean arriving(Board board) {
        return !board.deadMansSwitch().missing(clock.instant(), late);
    }

    private Optional<Banner> unreachable(Environment environment, Board board) {
        Instant since = board.staleSince();
        return since == null || since.plus(PATIENCE).isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(banner(
                        Status.CRITICAL,
                        environment,
                        "Alertmanager has not answered since " + times.at(since) + " UTC."));
    }

    private Optional<Banner> switchedOff(Environment environment, Board board) {
        if (arriving(board)) {
            return Optional.empty();
        }
        DeadMansSwitch deadMansSwitch = board.deadMansSwitch();
        Instant arrived = deadMansSwitch.lastArrived();
        Instant failing = metrics.health(environment).failingSince();
        String prometheus = failing == null ? "" : " Prometheus has not answered since " + times.at(failing) + " UTC.";
        return Optional.of(
                arrived == null
                        ? banner(
                                Status.WARNING,
                                environment,
                                "No alert " + deadMansSwitch.alert() + ", its dead man’s switch, has arrived yet."
                                        + prometheus)
                        : banner(
                                Status.CRITICAL,
                                environment,
                                "Its dead man’s switch " + deadMansSwitch.alert() + " last arrived at "
                                        + times.at(arrived) + " UTC." + prometheus));
    }

    private Optional<Banner> doubtful(Environment environment, Board board) {
        List<String> all = doubts.about(environment, board);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(banner(
                        Status.WARNING,
                        environment,
                        "may be wrong or untold",
                        all.getFirst() + (all.size() > 1 ? " And " + (all.size() - 1) + " more." : "")));
    }

    private static Banner banner(Status status, Environment environment, String says) {
        return banner(status, environment, "may be missing", says);
    }

    private static Banner banner(Status status, Environment environment, String what, String says) {
        return new Banner(
                status,
                environment.name(),
                "Alerts of " + environment.name() + " " + what + ".",
                says,
                "Its alerts",
                "/environments/" + environment.name() + "/alerts");
    }
}

package dev.binnacle.portal.alert.acknowledge;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.web.LiveUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Ends acknowledgements of alerts that have resolved, after each reading of all Alertmanagers. An alert that is missing
 * because an Alertmanager is silent has not resolved. Also tells open pages of what another replica recorded.
 */
@Component
class Resolution {

    private static final Logger LOG = LoggerFactory.getLogger(Resolution.class);

    /** Clocks of replicas differ: a reading that may be older than the acknowledgement does not count. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final AcknowledgementRecords records;
    private final LiveUpdates liveUpdates;
    private final Clock clock;
    private final Map<EnvironmentId, Set<UUID>> held = new ConcurrentHashMap<>();

    Resolution(AcknowledgementRecords records, LiveUpdates liveUpdates, Clock clock) {
        this.records = records;
        this.liveUpdates = liveUpdates;
        this.clock = clock;
    }

    @EventListener
    void on(BoardRead read) {
        try {
            List<Acknowledgement> open = records.open(read.environment().id());
            if (!open.isEmpty() && read.board().known() && read.board().staleSince() == null) {
                settle(read, open);
            }
            tell(read.environment(), open);
        } catch (DataAccessException failure) {
            LOG.debug(
                    "Acknowledgements of {} are looked at later",
                    read.environment().name(),
                    failure);
        }
    }

    private void settle(BoardRead read, List<Acknowledgement> open) {
        Board board = read.board();
        Map<String, Alert> alerts = board.alerts().stream()
                .collect(Collectors.toMap(Alert::fingerprint, Function.identity(), (one, _) -> one));
        open.stream()
                .filter(each -> each.at().plus(SKEW).isBefore(read.begun()))
                .filter(each -> resolved(each, alerts.get(each.fingerprint())))
                .forEach(each -> records.end(each.id(), clock.instant(), "resolved"));
    }

    /** An alert with the same labels that began later is another one. */
    private static boolean resolved(Acknowledgement acknowledged, @Nullable Alert alert) {
        return alert == null || alert.startsAt().truncatedTo(ChronoUnit.MICROS).isAfter(acknowledged.alertStartsAt());
    }

    private void tell(Environment environment, List<Acknowledgement> open) {
        Instant now = clock.instant();
        Set<UUID> holding = open.stream()
                .filter(each -> each.holds(now))
                .map(Acknowledgement::id)
                .collect(Collectors.toSet());
        Set<UUID> before = held.put(environment.id(), holding);
        if (before != null && !before.equals(holding)) {
            liveUpdates.changed(environment.name(), "alerts");
        }
    }
}

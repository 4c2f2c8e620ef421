package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Begins what is due, and makes Alertmanagers catch up that did not answer when something was decided. */
@Component
class MaintenanceWork {

    private static final Logger log = LoggerFactory.getLogger(MaintenanceWork.class);

    private final Environments environments;
    private final Boards boards;
    private final WindowRecords windows;
    private final OccurrenceRecords occurrences;
    private final MaintenanceSilences silences;
    private final Changes changes;
    private final Clock clock;
    private final Duration ahead;

    /** @param ahead how long before an occurrence Alertmanager is told of it */
    MaintenanceWork(
            Environments environments,
            Boards boards,
            WindowRecords windows,
            OccurrenceRecords occurrences,
            MaintenanceSilences silences,
            Changes changes,
            Clock clock,
            @Value("${binnacle.alerts.maintenance-ahead:5m}") Duration ahead) {
        this.environments = environments;
        this.boards = boards;
        this.windows = windows;
        this.occurrences = occurrences;
        this.silences = silences;
        this.changes = changes;
        this.clock = clock;
        this.ahead = ahead;
    }

    void ofAll() {
        environments.all().forEach(this::of);
    }

    private void of(Environment environment) {
        try {
            windows.all(environment.id()).forEach(window -> begin(environment, window));
            unsettled(environment)
                    .forEach(each -> silences.settle(
                            environment, each.window(), each.occurrence().startsAt()));
        } catch (Problem problem) {
            log.warn("Maintenance of {} has to wait: {}", environment.name(), problem.sentence());
        }
    }

    private void begin(Environment environment, MaintenanceWindow window) {
        Instant now = clock.instant();
        window.recurrence().occurrences(now, 2).stream()
                .filter(next -> next.startsAt().isBefore(now.plus(ahead)))
                .forEach(next -> begin(environment, window.id(), next));
    }

    private void begin(Environment environment, long window, Occurrence due) {
        var _ = changes.make(environment, window, standing -> {
            if (occurrences.begin(window, due)) {
                changes.record(
                        "maintenance.begin",
                        environment,
                        standing,
                        "binnacle",
                        Map.of("occurrence", due.startsAt().toString()));
            }
            return due;
        });
    }

    /** @return those of which some Alertmanager may have something to do yet */
    private List<Decided> unsettled(Environment environment) {
        int clusters = boards.board(environment).clusters().size();
        return occurrences.decided(environment.id(), clock.instant()).stream()
                .filter(each ->
                        each.state() == OccurrenceState.BEGUN ? each.silences() < clusters : each.silences() > 0)
                .toList();
    }
}

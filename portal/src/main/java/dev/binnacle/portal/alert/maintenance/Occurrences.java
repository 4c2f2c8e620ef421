package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The single times of maintenance windows. What is decided of one is in the audit trail, in the same transaction; what
 * Alertmanagers have to do for it is done at once where they answer, and otherwise as soon as they do.
 */
@Service
public class Occurrences {

    private final OccurrenceRecords records;
    private final MaintenanceSilences silences;
    private final Changes changes;
    private final Clock clock;

    Occurrences(OccurrenceRecords records, MaintenanceSilences silences, Changes changes, Clock clock) {
        this.records = records;
        this.silences = silences;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return what was decided of those that are not over */
    public List<Decided> decided(Environment environment) {
        return records.decided(environment.id(), clock.instant());
    }

    /**
     * Skips one that is to come, or ends one that mutes now.
     *
     * @return what each cluster did that had its silence
     * @throws NotFound where the window has no such occurrence, or it is over
     */
    public List<ClusterOutcome> stop(Environment environment, long window, Instant startsAt, String account) {
        var _ = changes.make(environment, window, standing -> {
            Occurrence occurrence = occurrence(environment, standing, startsAt);
            boolean running = occurrence.running(clock.instant());
            OccurrenceState state = running ? OccurrenceState.ENDED : OccurrenceState.SKIPPED;
            if (records.decide(window, occurrence, state, account)) {
                record(running ? "maintenance.end" : "maintenance.skip", environment, standing, startsAt, account);
            }
            return state;
        });
        return silences.settle(environment, window, startsAt);
    }

    /**
     * Lets one come that was to be skipped.
     *
     * @throws NotFound where the window has no such occurrence, or it is over
     */
    public void restore(Environment environment, long window, Instant startsAt, String account) {
        var _ = changes.make(environment, window, standing -> {
            Occurrence occurrence = occurrence(environment, standing, startsAt);
            if (occurrence.startsAt().isAfter(clock.instant()) && records.restore(window, startsAt)) {
                record("maintenance.restore", environment, standing, startsAt, account);
            }
            return occurrence;
        });
    }

    private Occurrence occurrence(Environment environment, MaintenanceWindow window, Instant startsAt) {
        return decided(environment).stream()
                .filter(each -> each.window() == window.id())
                .map(Decided::occurrence)
                .filter(each -> each.startsAt().equals(startsAt))
                .findFirst()
                .or(() -> window.recurrence().occurrences(startsAt, 1).stream()
                        .filter(each -> each.startsAt().equals(startsAt))
                        .filter(each -> each.endsAt().isAfter(clock.instant()))
                        .findFirst())
                .orElseThrow(() -> new NotFound("This maintenance is over, or was never planned for that time."));
    }

    private void record(
            String action, Environment environment, MaintenanceWindow window, Instant startsAt, String account) {
        changes.record(action, environment, window, account, Map.of("occurrence", startsAt.toString()));
    }
}

package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The maintenance windows of environments. Each change of one is in the audit trail, in the same transaction. */
@Service
public class Maintenance {

    private final WindowRecords windows;
    private final OccurrenceRecords occurrences;
    private final MaintenanceSilences silences;
    private final Changes changes;
    private final Clock clock;

    Maintenance(
            WindowRecords windows,
            OccurrenceRecords occurrences,
            MaintenanceSilences silences,
            Changes changes,
            Clock clock) {
        this.windows = windows;
        this.occurrences = occurrences;
        this.silences = silences;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return those that stand, in the order in which they were made */
    public List<MaintenanceWindow> windows(Environment environment) {
        return windows.all(environment.id());
    }

    /** @throws NotFound where it is deleted, or was never there */
    public MaintenanceWindow window(Environment environment, long id) {
        return windows.find(environment.id(), id).orElseThrow(Changes::gone);
    }

    /** @return false where the same form was sent before, and nothing was made again */
    public boolean create(Environment environment, MaintenanceRequest asked) {
        return changes.make(() -> {
            Optional<Long> id = windows.add(environment.id(), asked, clock.instant());
            id.ifPresent(made -> record("maintenance.create", environment, made, asked.account()));
            return id.isPresent();
        });
    }

    /**
     * An occurrence that has begun stays as it is; what is changed holds for those to come.
     *
     * @param version that was looked at
     * @throws Conflict where somebody has changed it meanwhile
     */
    public void change(Environment environment, long id, int version, MaintenanceRequest asked) {
        var _ = changes.make(environment, id, standing -> {
            if (standing.version() != version) {
                throw new Conflict(
                        standing.account()
                                + " has changed this maintenance window meanwhile, so nothing was changed now. Look at it again.");
            }
            windows.change(id, asked, clock.instant());
            record("maintenance.change", environment, id, asked.account());
            return standing;
        });
    }

    /** Deletes it and ends its occurrence where one has begun. Returns what clusters did that had a silence of it. */
    public List<ClusterOutcome> delete(Environment environment, long id, String account) {
        List<Decided> begun = changes.make(environment, id, standing -> {
            record("maintenance.delete", environment, id, account);
            windows.delete(id, clock.instant());
            return occurrences.decided(environment.id(), clock.instant()).stream()
                    .filter(each -> each.window() == id && each.state() == OccurrenceState.BEGUN)
                    .filter(each -> occurrences.decide(id, each.occurrence(), OccurrenceState.ENDED, account))
                    .toList();
        });
        return begun.stream()
                .flatMap(each ->
                        silences.settle(environment, id, each.occurrence().startsAt()).stream())
                .toList();
    }

    private void record(String action, Environment environment, long id, String account) {
        changes.record(action, environment, window(environment, id), account, Map.of());
    }
}

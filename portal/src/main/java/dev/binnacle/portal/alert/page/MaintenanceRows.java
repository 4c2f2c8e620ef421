package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.maintenance.Decided;
import dev.binnacle.portal.alert.maintenance.Maintenance;
import dev.binnacle.portal.alert.maintenance.Occurrences;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Times;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists the maintenance windows of an environment. */
@Component
class MaintenanceRows {

    private final Boards boards;
    private final Maintenance maintenance;
    private final Occurrences occurrences;
    private final Times times;
    private final Clock clock;

    MaintenanceRows(Boards boards, Maintenance maintenance, Occurrences occurrences, Times times, Clock clock) {
        this.boards = boards;
        this.maintenance = maintenance;
        this.occurrences = occurrences;
        this.times = times;
        this.clock = clock;
    }

    List<MaintenanceRow> of(Environment environment) {
        List<Decided> decided = occurrences.decided(environment);
        int clusters = boards.board(environment).clusters().size();
        return maintenance.windows(environment).stream()
                .map(window -> MaintenanceRow.of(window, decided, clusters, clock.instant(), times))
                .toList();
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.SectionCount;
import dev.binnacle.portal.web.Status;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many alerts fire, beside the entry of the alerts' page. */
@Component
class FiringCount implements SectionCount {

    private final Environments environments;
    private final Boards boards;

    FiringCount(Environments environments, Boards boards) {
        this.environments = environments;
        this.boards = boards;
    }

    @Override
    public String section() {
        return "/alerts";
    }

    @Override
    public Count of(String environment) {
        List<Alert> all = boards.lastRead(environments.named(environment))
                .map(Board::alerts)
                .orElse(List.of());
        List<Alert> firing =
                all.stream().filter(alert -> alert.state() == AlertState.FIRING).toList();
        Status worst = firing.stream().map(alert -> alert.severity().status()).reduce(Status.UNKNOWN, Status::worse);
        return new Count(worst, firing.size(), "firing", "alerts", "/environments/" + environment + "/alerts/count");
    }
}

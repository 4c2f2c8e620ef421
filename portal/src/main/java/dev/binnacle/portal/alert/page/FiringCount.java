package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.acknowledge.Acknowledging;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.SectionCount;
import dev.binnacle.portal.web.Status;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How many alerts fire, and how many of these are acknowledged, beside the entry of the alerts' page. */
@Component
class FiringCount implements SectionCount {

    private final Environments environments;
    private final Boards boards;
    private final Acknowledging acknowledging;

    FiringCount(Environments environments, Boards boards, Acknowledging acknowledging) {
        this.environments = environments;
        this.boards = boards;
        this.acknowledging = acknowledging;
    }

    @Override
    public String section() {
        return "/alerts";
    }

    @Override
    public Count of(String environment) {
        Environment of = environments.named(environment);
        List<Alert> firing = boards.lastRead(of).map(Board::alerts).orElse(List.of()).stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .toList();
        Set<String> attended =
                firing.isEmpty() ? Set.of() : acknowledging.holding(of).keySet();
        return new Count(
                firing.stream().map(alert -> alert.severity().status()).reduce(Status.UNKNOWN, Status::worse),
                firing.size(),
                "firing",
                firing.stream()
                        .map(Alert::fingerprint)
                        .filter(attended::contains)
                        .count(),
                "alerts",
                "/environments/" + environment + "/alerts/count");
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.acknowledge.Acknowledging;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.history.History;
import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that a shift is handed over from. */
@Controller
class HandoverController {

    private static final List<Integer> HOURS = List.of(8, 12, 24);

    private final Environments environments;
    private final Boards boards;
    private final Acknowledging acknowledging;
    private final History history;
    private final MaintenanceRows windows;
    private final Permissions permissions;
    private final Clock clock;

    HandoverController(
            Environments environments,
            Boards boards,
            Acknowledging acknowledging,
            History history,
            MaintenanceRows windows,
            Permissions permissions,
            Clock clock) {
        this.environments = environments;
        this.boards = boards;
        this.acknowledging = acknowledging;
        this.history = history;
        this.windows = windows;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @param hours how long the shift was; 12 where none of those to choose from is named */
    @GetMapping("/environments/{environment}/alerts/handover")
    String page(@PathVariable String environment, @RequestParam(defaultValue = "") String hours, Model model) {
        Environment of = environments.named(environment);
        Board board = boards.board(of);
        Instant now = clock.instant();
        int shift = HOURS.stream()
                .filter(each -> each.toString().equals(hours))
                .findFirst()
                .orElse(12);
        Period period = new Period(now.minus(Duration.ofHours(shift)), now, ZoneOffset.UTC);
        View view = View.of(environment, Matchers.NONE);
        model.addAttribute("root", view.root());
        model.addAttribute("hours", shift);
        model.addAttribute("shifts", HOURS);
        model.addAttribute(
                "shift",
                ShiftView.of(
                        view,
                        board.alerts(),
                        acknowledging.holding(of),
                        permissions.account(),
                        history.figures(of, period, Matchers.NONE)));
        model.addAttribute("silences", SilenceRow.of(board, environment, now));
        model.addAttribute("windows", windows.of(of));
        return "alert/handover";
    }
}

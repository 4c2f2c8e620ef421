package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists silences that have ended, to make one of them again. */
@Controller
class EndedSilencesController {

    private static final int MOST_ENDED = 200;

    private final Environments environments;
    private final Boards boards;
    private final Clock clock;

    EndedSilencesController(Environments environments, Boards boards, Clock clock) {
        this.environments = environments;
        this.boards = boards;
        this.clock = clock;
    }

    /** @param find what the matchers, the comment or the author of those listed contain; empty for all */
    @GetMapping("/environments/{environment}/alerts/silences/ended")
    String ended(@PathVariable String environment, @RequestParam(defaultValue = "") String find, Model model) {
        Environment of = environments.named(environment);
        Board board = boards.board(of);
        List<SilenceRow> rows = boards.ended(of).stream()
                .map(silence -> SilenceRow.of(board, silence, environment, clock.instant()))
                .filter(row -> row.contains(find))
                .toList();
        model.addAttribute("silences", rows.stream().limit(MOST_ENDED).toList());
        model.addAttribute("find", find);
        model.addAttribute("root", "/environments/" + environment + "/alerts");
        model.addAttribute(
                "verdict",
                new Verdict(
                        Status.OK,
                        Text.count(rows.size(), "silence has ended.", "silences have ended."),
                        "As far as Alertmanager remembers, the last first."
                                + (rows.size() > MOST_ENDED ? " The first " + MOST_ENDED + " are shown." : "")));
        return "alert/ended-silences";
    }
}

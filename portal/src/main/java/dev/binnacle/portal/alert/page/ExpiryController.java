package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.alert.silence.Silencing;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists silences, and ends those that are chosen. */
@Controller
class ExpiryController {

    private final Environments environments;
    private final Boards boards;
    private final Silencing silencing;
    private final Permissions permissions;
    private final Clock clock;

    ExpiryController(
            Environments environments, Boards boards, Silencing silencing, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.boards = boards;
        this.silencing = silencing;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * @param find what the matchers, the comment or the author of those listed contain; empty for all
     * @param chosen the id of the one that is meant; empty where they are still to be chosen
     */
    @GetMapping("/environments/{environment}/alerts/silences")
    String silences(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String chosen,
            Model model) {
        Board board = boards.board(environments.named(environment));
        List<SilenceRow> rows = SilenceRow.of(board, environment, clock.instant()).stream()
                .filter(row -> chosen.isEmpty() ? row.contains(find) : row.id().equals(chosen))
                .toList();
        model.addAttribute("silences", rows);
        model.addAttribute("find", find);
        model.addAttribute("chosen", chosen);
        model.addAttribute("root", root(environment));
        model.addAttribute("verdict", verdict(rows, chosen));
        return "alert/silences";
    }

    @PostMapping("/environments/{environment}/alerts/silences/expire")
    String expire(
            @PathVariable String environment,
            @RequestParam(value = "silence", defaultValue = "") List<String> ids,
            RedirectAttributes redirect) {
        if (ids.isEmpty()) {
            redirect.addFlashAttribute("notices", List.of("No silence was chosen, so none has ended."));
            return "redirect:" + root(environment) + "/silences";
        }
        List<ClusterOutcome> outcomes = silencing.expire(environments.named(environment), permissions.account(), ids);
        redirect.addFlashAttribute("notices", notices(outcomes));
        return "redirect:" + root(environment);
    }

    private static List<String> notices(List<ClusterOutcome> outcomes) {
        long ended = outcomes.stream().filter(ClusterOutcome::done).count();
        String done = ended == 0
                ? "No silence has ended."
                : Text.count(ended, "silence has", "silences have")
                        + " ended. What fires still and was muted will be told of again.";
        Stream<String> failed = outcomes.stream()
                .filter(outcome -> !outcome.done())
                .map(outcome -> "One has not ended on Alertmanager at " + outcome.cluster() + ". " + outcome.problem())
                .distinct();
        return Stream.concat(Stream.of(done), failed).toList();
    }

    private static Verdict verdict(List<SilenceRow> rows, String chosen) {
        if (rows.isEmpty()) {
            return new Verdict(
                    chosen.isEmpty() ? Status.OK : Status.UNKNOWN,
                    chosen.isEmpty()
                            ? "No such silence mutes anything now."
                            : "This silence has ended already, or was never there.");
        }
        return chosen.isEmpty()
                ? new Verdict(
                        Status.SILENCED,
                        Text.count(rows.size(), "silence.", "silences."),
                        "Nothing ends until you say so.")
                : new Verdict(Status.WARNING, rows.getFirst().ending());
    }

    private static String root(String environment) {
        return "/environments/" + environment + "/alerts";
    }
}

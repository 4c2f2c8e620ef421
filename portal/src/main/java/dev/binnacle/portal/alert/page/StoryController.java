package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.rule.Curves;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One alert: what its rule saw, what it is about, and what was changed before. */
@Controller
class StoryController {

    /** Alertmanager's, or the one that a pending alert has here. */
    private static final String ALERT = "/environments/{environment}/alerts/{alert:[0-9a-f]{16}|pending-[0-9a-f]{1,8}}";

    private final Environments environments;
    private final Boards boards;
    private final AlertsPages pages;
    private final Curves curves;
    private final Times times;

    StoryController(Environments environments, Boards boards, AlertsPages pages, Curves curves, Times times) {
        this.environments = environments;
        this.boards = boards;
        this.pages = pages;
        this.curves = curves;
        this.times = times;
    }

    @GetMapping(ALERT)
    String story(@PathVariable String environment, @PathVariable String alert, Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("story", pages.story(known, alert(known, alert)));
        return "alert/story";
    }

    /** Its graph, as a part of that page: Prometheus may be slow. */
    @GetMapping(ALERT + "/graph")
    String graph(@PathVariable String environment, @PathVariable String alert, Model model) {
        Environment known = environments.named(environment);
        Alert found = alert(known, alert);
        try {
            curves.rule(known, found).ifPresent(rule -> {
                model.addAttribute("rule", rule.rule());
                model.addAttribute("graph", GraphView.of(found, curves.of(known, found, rule), times));
            });
        } catch (Problem problem) {
            model.addAttribute("problem", problem.sentence());
        }
        return "alert/story :: graph";
    }

    private Alert alert(Environment environment, String fingerprint) {
        return boards.board(environment).alerts().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() ->
                        new NotFound("This alert does not fire any more. The review of alerts tells when it did."));
    }
}

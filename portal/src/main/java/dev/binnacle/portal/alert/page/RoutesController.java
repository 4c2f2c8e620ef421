package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is told of which alerts. */
@Controller
class RoutesController {

    private final Environments environments;
    private final Boards boards;

    RoutesController(Environments environments, Boards boards) {
        this.environments = environments;
        this.boards = boards;
    }

    /** @param labels of an alert, as in {@code severity="critical", namespace="shop"}; empty for no alert */
    @GetMapping("/environments/{environment}/alerts/routes")
    String page(@PathVariable String environment, @RequestParam(defaultValue = "") String labels, Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("routes", RoutesView.of(known, labels, boards.configurations(known)));
        return "alert/routes";
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.history.PastAlerts;
import dev.binnacle.portal.alert.rule.Curves;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.web.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One alert, also when it is over: what its rule saw, what it is about, and what was changed before. */
@Controller
class StoryController {

    /** Alertmanager's, or the one that a pending alert has here. */
    private static final String ALERT = "/environments/{environment}/alerts/{alert:[0-9a-f]{16}|pending-[0-9a-f]{1,8}}";

    private final Environments environments;
    private final Boards boards;
    private final PastAlerts past;
    private final AlertsPages pages;
    private final Curves curves;
    private final Times times;

    StoryController(
            Environments environments, Boards boards, PastAlerts past, AlertsPages pages, Curves curves, Times times) {
        this.environments = environments;
        this.boards = boards;
        this.past = past;
        this.pages = pages;
        this.curves = curves;
        this.times = times;
    }

    /** @param began when it did, for one of the history; null for the one that fires, or the last one that did */
    @GetMapping(ALERT)
    String story(
            @PathVariable String environment,
            @PathVariable String alert,
            @RequestParam(required = false) @Nullable Instant began,
            Model model) {
        Environment known = environments.named(environment);
        Told told = told(known, alert, began);
        model.addAttribute("story", pages.story(known, told.alert(), told.past()));
        return "alert/story";
    }

    /** Its graph, as a part of that page: Prometheus may be slow. */
    @GetMapping(ALERT + "/graph")
    String graph(
            @PathVariable String environment,
            @PathVariable String alert,
            @RequestParam(required = false) @Nullable Instant began,
            Model model) {
        Environment known = environments.named(environment);
        Told told = told(known, alert, began);
        try {
            curves.rule(known, told.alert()).ifPresent(rule -> {
                model.addAttribute("rule", rule.rule());
                model.addAttribute(
                        "graph", GraphView.of(told.alert(), curves.of(known, told.alert(), told.ended(), rule), times));
            });
        } catch (Problem problem) {
            model.addAttribute("problem", problem.sentence());
        }
        return "alert/story :: graph";
    }

    private Told told(Environment environment, String fingerprint, @Nullable Instant began) {
        return boards.board(environment)
                .alert(fingerprint)
                .filter(alert -> began == null
                        || alert.startsAt().truncatedTo(ChronoUnit.MICROS).equals(began))
                .map(alert -> new Told(alert, null))
                .or(() -> past.find(environment, fingerprint, began).map(found -> new Told(found.alert(), found)))
                .orElseThrow(
                        () -> new NotFound(
                                "This alert does not fire, and the history has none of it. The review of alerts tells what did."));
    }

    /** @param past the same alert in the history; null while it fires */
    private record Told(Alert alert, @Nullable Past past) {

        @Nullable
        Instant ended() {
            return past == null ? null : past.endsAt();
        }
    }
}

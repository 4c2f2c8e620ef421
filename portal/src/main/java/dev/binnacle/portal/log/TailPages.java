package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines of a search as they come. */
@Controller
@RequestMapping("/environments/{environment}/logs/tail")
class TailPages {

    private final Environments environments;
    private final Tailing tailing;
    private final Clock clock;

    TailPages(Environments environments, Tailing tailing, Clock clock) {
        this.environments = environments;
        this.tailing = tailing;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String environment, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("view", TailView.of(known, Asked.of(parameters), clock.instant()));
        return "log/tail";
    }

    /**
     * @param since from when lines are counted: when the tail began, and then the moment that the last answer said
     * @param newest the moment of the newest line that the browser has
     * @param behind whether the browser did not ask for a while: its tail was paused, hidden or cut off
     */
    @GetMapping("/lines")
    String lines(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam Instant since,
            @RequestParam Instant newest,
            @RequestParam(defaultValue = "false") boolean behind,
            Model model) {
        model.addAttribute(
                "piece", tailing.after(environments.named(environment), Asked.of(parameters), since, newest, behind));
        return "log/tail :: piece";
    }
}

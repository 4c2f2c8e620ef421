package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of log search. */
@Controller
@RequestMapping("/environments/{environment}/logs")
class LogPages {

    private final Environments environments;
    private final LogSearches searches;
    private final PromptPages prompt;
    private final LineReading lines;
    private final Surroundings surroundings;
    private final WorkloadLines workloadLines;

    LogPages(
            Environments environments,
            LogSearches searches,
            PromptPages prompt,
            LineReading lines,
            Surroundings surroundings,
            WorkloadLines workloadLines) {
        this.environments = environments;
        this.searches = searches;
        this.prompt = prompt;
        this.lines = lines;
        this.surroundings = surroundings;
        this.workloadLines = workloadLines;
    }

    /** @param wait for as long as the search takes; otherwise a page that says so comes first, and asks with it */
    @GetMapping
    String page(
            @PathVariable String environment,
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "false") boolean wait,
            Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("view", wait ? searches.page(known, asked) : prompt.page(known, asked));
        return "log/logs";
    }

    @GetMapping("/more")
    String more(
            @PathVariable String environment, @ModelAttribute Asked asked, @ModelAttribute Paged paged, Model model) {
        model.addAttribute("view", searches.more(environments.named(environment), asked, paged));
        return "log/logs :: more";
    }

    @GetMapping("/line")
    String line(
            @PathVariable String environment,
            @RequestParam String index,
            @RequestParam String id,
            @RequestParam(defaultValue = "false") boolean all,
            @ModelAttribute Asked asked,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        model.addAttribute("line", lines.read(environments.named(environment), index, id, all, asked));
        return fragment ? "log/line :: row" : "log/line";
    }

    /** What the container of a line wrote before and after it. */
    @GetMapping("/around")
    String around(
            @PathVariable String environment,
            @RequestParam String index,
            @RequestParam String id,
            @RequestParam(defaultValue = "20") int before,
            @RequestParam(defaultValue = "20") int after,
            Model model) {
        model.addAttribute("view", surroundings.of(environments.named(environment), index, id, before, after));
        return "log/around";
    }

    /** The last lines of a workload, for its page. */
    @GetMapping("/of/{namespace}/{kind}/{name}")
    String ofWorkload(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            Model model) {
        Environment known = environments.named(environment);
        model.addAttribute("view", workloadLines.of(known, kind + "/" + namespace + "/" + name));
        return "log/workload :: lines";
    }
}

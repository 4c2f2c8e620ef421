package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.saved.SavedViews;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of log search. */
@Controller
@RequestMapping("/environments/{environment}/logs")
class LogPages {

    private final Environments environments;
    private final LogSearches searches;
    private final PromptPages prompt;
    private final WorkloadLines workloadLines;
    private final SavedViews views;
    private final FirstViews firstViews;
    private final Permissions permissions;

    LogPages(
            Environments environments,
            LogSearches searches,
            PromptPages prompt,
            WorkloadLines workloadLines,
            SavedViews views,
            FirstViews firstViews,
            Permissions permissions) {
        this.environments = environments;
        this.searches = searches;
        this.prompt = prompt;
        this.workloadLines = workloadLines;
        this.views = views;
        this.firstViews = firstViews;
        this.permissions = permissions;
    }

    /**
     * @param wait the ticket of a search that the page before began; {@code true} to wait for as long as one takes
     * @param cancel whether that search is stopped
     */
    @GetMapping
    String page(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String wait,
            @RequestParam(defaultValue = "false") boolean cancel,
            Model model) {
        Environment known = environments.named(environment);
        Asked asked = Asked.of(parameters);
        Optional<String> first = firstViews.link(known, parameters, asked);
        if (first.isPresent()) {
            return "redirect:" + first.get();
        }
        model.addAttribute("view", view(known, asked, wait, cancel));
        model.addAttribute("views", ViewMenu.of(environment, asked, views.seenBy(permissions.account(), known)));
        return "log/logs";
    }

    private Object view(Environment environment, Asked asked, String wait, boolean cancel) {
        if (cancel) {
            return prompt.cancelled(environment, asked, wait);
        }
        return wait.equals("true") ? searches.page(environment, asked) : prompt.page(environment, asked, wait);
    }

    @GetMapping("/more")
    String more(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute Paged paged,
            Model model) {
        model.addAttribute("view", searches.more(environments.named(environment), Asked.of(parameters), paged));
        return "log/logs :: more";
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

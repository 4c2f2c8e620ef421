package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The patterns of lines. */
@Controller
class PatternPages {

    private final Environments environments;
    private final PatternReading patterns;

    PatternPages(Environments environments, PatternReading patterns) {
        this.environments = environments;
        this.patterns = patterns;
    }

    @GetMapping("/environments/{environment}/logs/patterns")
    String patterns(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String since,
            Model model) {
        model.addAttribute("view", patterns.read(environments.named(environment), Asked.of(parameters), since.strip()));
        return "log/patterns";
    }
}

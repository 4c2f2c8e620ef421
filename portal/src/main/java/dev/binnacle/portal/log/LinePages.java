package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A single line, and those around it. */
@Controller
@RequestMapping("/environments/{environment}/logs")
class LinePages {

    private final Environments environments;
    private final LineReading lines;
    private final Surroundings surroundings;

    LinePages(Environments environments, LineReading lines, Surroundings surroundings) {
        this.environments = environments;
        this.lines = lines;
        this.surroundings = surroundings;
    }

    @GetMapping("/line")
    String line(
            @PathVariable String environment,
            @RequestParam String index,
            @RequestParam String id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        model.addAttribute("line", lines.read(environments.named(environment), index, id, all, Asked.of(parameters)));
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
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        model.addAttribute(
                "view",
                surroundings.of(environments.named(environment), index, id, before, after, Asked.of(parameters)));
        return "log/around";
    }
}

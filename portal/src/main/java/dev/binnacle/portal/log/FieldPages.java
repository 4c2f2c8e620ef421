package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The values of a field. */
@Controller
class FieldPages {

    private final Environments environments;
    private final FieldReading fields;

    FieldPages(Environments environments, FieldReading fields) {
        this.environments = environments;
        this.fields = fields;
    }

    @GetMapping("/environments/{environment}/logs/values")
    String values(
            @PathVariable String environment,
            @RequestParam String field,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        model.addAttribute("view", fields.read(environments.named(environment), Asked.of(parameters), field));
        return fragment ? "log/values :: values" : "log/values";
    }
}

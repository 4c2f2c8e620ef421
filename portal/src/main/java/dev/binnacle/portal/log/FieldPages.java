package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What an index holds, for whoever writes a query: the values of a field, and what could be typed next. */
@Controller
class FieldPages {

    private final Environments environments;
    private final FieldReading fields;
    private final Suggesting suggesting;

    FieldPages(Environments environments, FieldReading fields, Suggesting suggesting) {
        this.environments = environments;
        this.fields = fields;
        this.suggesting = suggesting;
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

    /** @param find a part of the name of those that are wanted */
    @GetMapping("/environments/{environment}/logs/fields")
    String fields(@PathVariable String environment, @RequestParam(defaultValue = "") String find, Model model) {
        model.addAttribute("fields", fields.found(environments.named(environment), find));
        return "log/logs :: found-fields";
    }

    /** @param begun what is written so far, up to the place where more is typed */
    @GetMapping("/environments/{environment}/logs/suggestions")
    String suggestions(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String begun,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        model.addAttribute(
                "suggestions", suggesting.after(environments.named(environment), Asked.of(parameters), begun));
        return "log/suggestions :: list";
    }
}

package dev.binnacle.portal.environment;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.audit.ChangesNothing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Creates, edits and tests an environment. The form is sent by htmx and answered with the part that says what
 * is wrong or what the test found, so that what was typed stays in the browser and no secret ever comes back.
 */
@Controller
class EnvironmentFormController {

    private final EnvironmentDirectory environments;
    private final Drafting drafting;
    private final EnvironmentEditing editing;
    private final ConnectionTest connectionTest;
    private final CredentialVault vault;
    private final Permissions permissions;

    EnvironmentFormController(
            EnvironmentDirectory environments,
            Drafting drafting,
            EnvironmentEditing editing,
            ConnectionTest connectionTest,
            CredentialVault vault,
            Permissions permissions) {
        this.environments = environments;
        this.drafting = drafting;
        this.editing = editing;
        this.connectionTest = connectionTest;
        this.vault = vault;
        this.permissions = permissions;
    }

    @GetMapping("/environments/new")
    String create(Model model) {
        return form(model, EnvironmentForm.empty(), null, Map.of());
    }

    @GetMapping("/environments/{environment}/edit")
    String edit(@PathVariable("environment") String name, Model model) {
        Environment environment = environments.named(name);
        Map<ConnectedSystem, CredentialOrigin> origins = vault.origins(environment.id());
        return form(model, EnvironmentForm.of(environment, origins.keySet()), environment, origins);
    }

    @PostMapping("/environments")
    ResponseEntity<Void> create(@ModelAttribute EnvironmentForm form) {
        editing.create(drafting.draft(form, null), permissions.account());
        return saved();
    }

    @PostMapping("/environments/{environment}/edit")
    ResponseEntity<Void> edit(@PathVariable("environment") String name, @ModelAttribute EnvironmentForm form) {
        editing.edit(drafting.draft(form, environments.named(name)), permissions.account());
        return saved();
    }

    /** Tries what stands in the form, saved or not; {@code edited} names the record whose stored credentials count. */
    @ChangesNothing("Only asks the systems; nothing is saved.")
    @PostMapping("/environments/test")
    String test(@ModelAttribute EnvironmentForm form, @RequestParam(defaultValue = "") String edited, Model model) {
        Environment before = edited.isEmpty() ? null : environments.named(edited);
        model.addAttribute("tested", connectionTest.test(drafting.draft(form, before)));
        return "environment/form :: tested";
    }

    @ExceptionHandler
    String invalid(InvalidForm invalid, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("faults", invalid.faults());
        return "environment/form :: faults";
    }

    private static String form(
            Model model,
            EnvironmentForm form,
            @Nullable Environment environment,
            Map<ConnectedSystem, CredentialOrigin> origins) {
        model.addAttribute("form", form);
        model.addAttribute("edited", environment);
        model.addAttribute("clusterOrigin", origins.get(ConnectedSystem.CLUSTER));
        model.addAttribute("tiers", Tier.values());
        return "environment/form";
    }

    /** The browser leaves the page; a redirect would be followed within it. */
    private static ResponseEntity<Void> saved() {
        return ResponseEntity.noContent().header("HX-Redirect", "/environments").build();
    }
}

package dev.binnacle.portal.environment;

import dev.binnacle.portal.access.Permissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deletes an environment, for whoever types its name. */
@Controller
class EnvironmentDeletionController {

    private final Environments environments;
    private final EnvironmentEditing editing;
    private final Permissions permissions;

    EnvironmentDeletionController(Environments environments, EnvironmentEditing editing, Permissions permissions) {
        this.environments = environments;
        this.editing = editing;
        this.permissions = permissions;
    }

    @PostMapping("/environments/{environment}/delete")
    String delete(@PathVariable("environment") String name, @RequestParam(defaultValue = "") String typed) {
        editing.delete(environments.named(name), typed.strip(), permissions.account());
        return "redirect:/environments";
    }
}

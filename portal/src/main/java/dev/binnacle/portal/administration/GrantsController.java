package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Grants;
import dev.binnacle.portal.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives and takes the roles of an account. */
@Controller
@RequestMapping("/administration/accounts/{name}")
class GrantsController {

    private static final String ACCOUNT = "redirect:/administration/accounts/{name}";

    private final Grants grants;

    GrantsController(Grants grants) {
        this.grants = grants;
    }

    @PostMapping("/grants")
    String grant(@PathVariable String name, @RequestParam String environment, @RequestParam Role role) {
        grants.grant(name, environment, role);
        return ACCOUNT;
    }

    @PostMapping("/revocations")
    String revoke(@PathVariable String name, @RequestParam String environment) {
        grants.revoke(name, environment);
        return ACCOUNT;
    }
}

package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Account;
import dev.binnacle.portal.access.AccountName;
import dev.binnacle.portal.access.Accounts;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of accounts. A one-time password is part of the answer that made it and is kept nowhere. */
@Controller
@RequestMapping("/administration/accounts")
class AccountsController {

    private static final String LIST = "redirect:/administration/accounts";

    private final Accounts accounts;
    private final EnvironmentNames environments;

    AccountsController(Accounts accounts, EnvironmentNames environments) {
        this.accounts = accounts;
        this.environments = environments;
    }

    @Bean
    static Section accountsSection() {
        return Section.forAdministrators(Section.Group.KEEP, 80, "Accounts", "user", "/administration/accounts");
    }

    @GetMapping
    String list(Model model) {
        List<Account> all = accounts.all();
        model.addAttribute("accounts", all.stream().map(AccountRow::of).toList());
        model.addAttribute("verdict", AccountsVerdict.of(all));
        model.addAttribute("pattern", AccountName.PATTERN);
        return "administration/accounts";
    }

    @PostMapping
    String create(@RequestParam String name, HttpServletResponse response, Model model) {
        var wanted = new AccountName(name);
        if (!wanted.isValid()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", name);
            return list(model);
        }
        model.addAttribute("password", accounts.create(wanted));
        return account(wanted.value(), model);
    }

    @GetMapping("/{name}")
    String account(@PathVariable String name, Model model) {
        Account account = accounts.named(name);
        model.addAttribute("account", AccountRow.of(account));
        model.addAttribute("sessions", accounts.sessionsOf(name));
        model.addAttribute("roles", Role.values());
        model.addAttribute("environments", environments.all());
        return "administration/account";
    }

    @PostMapping("/{name}/password")
    String resetPassword(@PathVariable String name, Model model) {
        model.addAttribute("password", accounts.resetPassword(name));
        return account(name, model);
    }

    @PostMapping("/{name}/disable")
    String disable(@PathVariable String name) {
        accounts.disable(name);
        return LIST + "/{name}";
    }

    @PostMapping("/{name}/enable")
    String enable(@PathVariable String name) {
        accounts.enable(name);
        return LIST + "/{name}";
    }

    @PostMapping("/{name}/sign-out")
    String endSessions(@PathVariable String name) {
        accounts.endSessions(name);
        return LIST + "/{name}";
    }
}

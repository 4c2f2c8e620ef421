package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.AccountName;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.access.Tokens;
import dev.binnacle.portal.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** The page of API tokens. A token's secret is part of the answer that made it and is kept nowhere. */
@Controller
@RequestMapping("/administration/tokens")
class TokensController {

    private static final List<Integer> LIFETIMES = List.of(30, 90, 365);

    private final Tokens tokens;
    private final EnvironmentNames environments;
    private final Clock clock;

    TokensController(Tokens tokens, EnvironmentNames environments, Clock clock) {
        this.tokens = tokens;
        this.environments = environments;
        this.clock = clock;
    }

    @Bean
    static Section tokensSection() {
        return Section.forAdministrators(Section.Group.KEEP, 85, "API tokens", "link", "/administration/tokens");
    }

    @GetMapping
    String list(Model model) {
        Instant now = clock.instant();
        List<TokenRow> rows =
                tokens.all().stream().map(token -> TokenRow.of(token, now)).toList();
        model.addAttribute("tokens", rows);
        model.addAttribute("verdict", TokenRow.verdict(rows));
        model.addAttribute("pattern", AccountName.PATTERN);
        model.addAttribute("lifetimes", LIFETIMES);
        model.addAttribute("environments", environments.all());
        return "administration/tokens";
    }

    /** @param days until it expires */
    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam String environment,
            @RequestParam int days,
            HttpServletResponse response,
            Model model) {
        var wanted = new AccountName(name);
        if (!wanted.isValid()
                || !LIFETIMES.contains(days)
                || !environments.all().contains(environment)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", name);
            return list(model);
        }
        model.addAttribute("secret", tokens.create(wanted, environment, Role.OPERATOR, Duration.ofDays(days)));
        model.addAttribute("made", wanted.value());
        return list(model);
    }

    @PostMapping("/{name}/revoke")
    String revoke(@PathVariable String name) {
        tokens.revoke(name);
        return "redirect:/administration/tokens";
    }
}

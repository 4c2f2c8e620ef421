package dev.binnacle.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where an account changes its own password. */
@Controller
class PasswordController {

    private final OwnPassword ownPassword;
    private final CurrentAccount current;
    private final Sessions sessions;

    PasswordController(OwnPassword ownPassword, CurrentAccount current, Sessions sessions) {
        this.ownPassword = ownPassword;
        this.current = current;
        this.sessions = sessions;
    }

    @GetMapping("/password")
    String form(Model model) {
        model.addAttribute(
                "first", current.found().filter(Account::mustChangePassword).isPresent());
        model.addAttribute("shortest", Passwords.SHORTEST);
        return "access/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String password,
            @RequestParam String chosen,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String refusal = chosen.equals(again)
                ? ownPassword
                        .change(current.account(), password, chosen, request.getRemoteAddr())
                        .orElse("")
                : "The two new passwords differ.";
        if (refusal.isEmpty()) {
            sessions.begin(current.account(), request, response);
            return "redirect:/";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refusal", refusal);
        return form(model);
    }
}

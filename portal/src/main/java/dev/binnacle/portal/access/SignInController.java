package dev.binnacle.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Clock clock;

    SignInController(SignIn signIn, Sessions sessions, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean ended,
            Model model) {
        model.addAttribute("to", ReturnPath.of(to).value());
        model.addAttribute("ended", ended);
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String attempt(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.attempt(username, password, request.getRemoteAddr())) {
            case SignIn.Outcome.Accepted(String account) -> {
                sessions.begin(account, request, response);
                yield "redirect:" + ReturnPath.of(to).value();
            }
            case SignIn.Outcome.Refused(int left) -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield refused("Name and password do not match.", attemptsLeft(left), username, to, model);
            }
            case SignIn.Outcome.Waits(Instant until) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield refused("Too many attempts.", "Try again in " + waits(until) + ".", username, to, model);
            }
        };
    }

    private String refused(String says, String because, String username, String to, Model model) {
        model.addAttribute("username", username);
        model.addAttribute("refusal", says);
        model.addAttribute("because", because);
        return form(to, false, model);
    }

    private static String attemptsLeft(int left) {
        String wait = "this name waits " + SignInAttempts.WAIT.toMinutes() + " minutes";
        return switch (left) {
            case 0 -> "No attempt is left: " + wait + ".";
            case 1 -> "1 attempt is left; then " + wait + ".";
            default -> left + " attempts are left; then " + wait + ".";
        };
    }

    private String waits(Instant until) {
        long minutes = Duration.between(clock.instant(), until).toMinutes() + 1;
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}

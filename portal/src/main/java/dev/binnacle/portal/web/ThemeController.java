package dev.binnacle.portal.web;

import dev.binnacle.portal.access.ReturnPath;
import dev.binnacle.portal.audit.ChangesNothing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the choice of colours in a cookie of the browser; nothing of the portal changes. */
@Controller
class ThemeController {

    @ChangesNothing("The choice is a cookie of the browser.")
    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, ReturnPath.of(from).value());
        Theme.named(theme).ifPresent(chosen -> response.header(HttpHeaders.SET_COOKIE, cookie(chosen, request)));
        return response.build();
    }

    private static String cookie(Theme theme, HttpServletRequest request) {
        return ResponseCookie.from(Theme.COOKIE, theme.token())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }
}

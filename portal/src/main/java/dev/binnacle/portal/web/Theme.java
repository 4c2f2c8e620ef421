package dev.binnacle.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** The colours that a reader chose; without a choice the page follows the browser. */
enum Theme {
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : named(cookie.getValue());
    }

    static Optional<Theme> named(String token) {
        return Arrays.stream(values())
                .filter(theme -> theme.token().equals(token))
                .findFirst();
    }
}

package dev.binnacle.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads an account that signed in with a one-time password to the page where it chooses its own. */
class NewPasswordFilter extends OncePerRequestFilter {

    private static final String PAGE = "/password";

    private final AccessSettings settings;

    NewPasswordFilter(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Account account = (Account) request.getAttribute(CurrentAccount.ATTRIBUTE);
        if (account != null && account.mustChangePassword() && !settings.onSandbox() && isElsewhere(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, PAGE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isElsewhere(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(PAGE)
                && !path.equals("/sign-out")
                && !(Routes.of(request.getMethod(), path) instanceof Routes.Need.Nothing);
    }
}

package dev.binnacle.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in by the token that it shows, whatever session its request belongs to. No other site's page can make a
 * browser show one, so such a request needs no CSRF token.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    TokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                || !Routes.isForPrograms(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var token = header.startsWith(SCHEME)
                ? tokens.ofSecret(header.substring(SCHEME.length()).strip())
                : java.util.Optional.<Token>empty();
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write(
                            "{\"title\":\"Not signed in\",\"status\":401,"
                                    + "\"detail\":\"The token is not known, was revoked, or has expired. Nothing was changed.\"}");
            return;
        }
        request.setAttribute(CurrentAccount.ATTRIBUTE, token.get().account());
        chain.doFilter(request, response);
    }

    static boolean letIn(HttpServletRequest request) {
        return request.getAttribute(CurrentAccount.ATTRIBUTE) instanceof Account account && Token.isOf(account);
    }
}

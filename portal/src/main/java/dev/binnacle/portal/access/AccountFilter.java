package dev.binnacle.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account of each request anew, so that a disabled account or a revoked right ends with the next request, and
 * ends sessions that have lasted long enough.
 */
class AccountFilter extends OncePerRequestFilter {

    private final AccountRecords accounts;
    private final AccessSettings settings;
    private final Clock clock;

    AccountFilter(AccountRecords accounts, AccessSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return TokenFilter.letIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null) {
            Optional<Account> account = accounts.find(authentication.getName()).filter(found -> !found.disabled());
            if (account.isEmpty() || lastedLongEnough(request.getSession(false))) {
                end(request);
            } else {
                request.setAttribute(CurrentAccount.ATTRIBUTE, account.get());
            }
        }
        chain.doFilter(request, response);
    }

    private boolean lastedLongEnough(HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(settings.longestSession())
                        .isBefore(clock.instant());
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }
}

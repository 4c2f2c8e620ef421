package dev.binnacle.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of signed-in accounts, in PostgreSQL for every replica. */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final CsrfTokenRepository tokens;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, CsrfTokenRepository tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Begins a session under an identity of its own, and makes the CSRF token of the time before it worthless. */
    void begin(String account, HttpServletRequest request, HttpServletResponse response) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(authentication, request, response);
        tokens.saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Ends every session of the account, on all replicas, open event streams within 30 s. */
    void endAll(String account) {
        sessions.findByPrincipalName(account).keySet().forEach(sessions::deleteById);
    }

    int count(String account) {
        return sessions.findByPrincipalName(account).size();
    }
}

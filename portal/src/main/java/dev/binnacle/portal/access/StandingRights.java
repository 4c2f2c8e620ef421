package dev.binnacle.portal.access;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Tells whether what a request was allowed when it began is still allowed, for requests that last. */
@Component
public class StandingRights {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AccountRecords accounts;

    StandingRights(FindByIndexNameSessionRepository<? extends Session> sessions, AccountRecords accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /**
     * Asks PostgreSQL; does not count as activity of the session.
     *
     * @return whether the session goes on, the account is not disabled, and it holds the role in that environment
     */
    public boolean stillHolds(String sessionId, String account, Role role, String environment) {
        return sessions.findById(sessionId) != null
                && accounts.find(account)
                        .filter(found -> !found.disabled() && found.holds(role, environment))
                        .isPresent();
    }
}

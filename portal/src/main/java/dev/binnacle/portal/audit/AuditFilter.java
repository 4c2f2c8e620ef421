package dev.binnacle.portal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read; empty text and null leave the choice open.
 *
 * @param find part of the target or the reason, in any case
 * @param action a whole action, "account.sign-in", or a room's, "account"
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(
        String find,
        String account,
        String action,
        String environment,
        @Nullable Instant from,
        @Nullable Instant until) {

    public boolean isOpen() {
        return (find + account + action + environment).isEmpty() && from == null && until == null;
    }
}

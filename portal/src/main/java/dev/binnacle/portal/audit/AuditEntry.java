package dev.binnacle.portal.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or was refused.
 *
 * @param account the name of the account, or "binnacle" where the portal acted by itself
 * @param action the verb and its room: "environment.create", "alert.silence", "operation.confirm"
 * @param environment the environment's name, or null where it concerns none
 * @param target what it was done to: "deployment echo/echo"
 * @param reason what the account gave as its reason; empty where none was asked for
 * @param details further facts, never a secret
 */
public record AuditEntry(
        String account,
        String action,
        @Nullable String environment,
        String target,
        String reason,
        Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}

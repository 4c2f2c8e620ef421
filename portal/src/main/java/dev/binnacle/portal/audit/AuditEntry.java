package dev.binnacle.portal.audit;

import java.util.Map;
import java.util.stream.Collectors;
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
        target = storable(target);
        reason = storable(reason);
        details = details.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, detail -> storable(detail.getValue())));
    }

    /** PostgreSQL keeps no NUL, which labels and what people type may hold: its sign stands for it. */
    private static String storable(String text) {
        return text.replace('\0', '\u2400');
    }
}

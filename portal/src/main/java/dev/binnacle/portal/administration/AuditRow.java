package dev.binnacle.portal.administration;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.SealedEntry;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry as the page shows it. */
record AuditRow(
        long number,
        Instant at,
        String account,
        String action,
        String target,
        String reason,
        @Nullable String environment,
        Status status,
        String result,
        Map<String, String> details,
        String seal,
        String previous) {

    static AuditRow of(SealedEntry sealed) {
        AuditEntry entry = sealed.entry();
        boolean refused = entry.action().endsWith("refused");
        return new AuditRow(
                sealed.number(),
                sealed.recordedAt(),
                entry.account(),
                entry.action(),
                entry.target(),
                entry.reason(),
                entry.environment(),
                refused ? Status.CRITICAL : Status.OK,
                refused ? "Refused" : "Done",
                new TreeMap<>(entry.details()),
                sealed.seal().beginning(),
                sealed.previous().beginning());
    }
}

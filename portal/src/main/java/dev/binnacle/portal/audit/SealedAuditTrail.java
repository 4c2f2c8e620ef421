package dev.binnacle.portal.audit;

import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends entries to the table, each sealed with the one before it. */
@Component
class SealedAuditTrail implements AuditTrail {

    private final AuditRecords records;
    private final Clock clock;

    SealedAuditTrail(AuditRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Head head = records.lockHead();
            records.append(SealedEntry.after(head, now, entry));
        } catch (DataAccessException e) {
            throw new Unavailable(
                    "Audit", "The audit trail cannot be written. Without it nothing is changed. Try again later.", e);
        }
    }
}

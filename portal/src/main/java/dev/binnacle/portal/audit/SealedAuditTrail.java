package dev.binnacle.portal.audit;

import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends entries to the table, each sealed with the one before it. */
@Component
class SealedAuditTrail implements AuditTrail {

    private final AuditRecords records;
    private final AuditKeys keys;
    private final Witness witness;
    private final Clock clock;

    SealedAuditTrail(AuditRecords records, AuditKeys keys, Witness witness, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.witness = witness;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Head head = records.lockHead();
            SealedEntry sealed = SealedEntry.after(head, now, entry, keys.current());
            records.append(sealed);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    witness.saw(sealed.head());
                }
            });
        } catch (DataAccessException e) {
            throw new Unavailable(
                    "Audit", "The audit trail cannot be written. Without it nothing is changed. Try again later.", e);
        }
    }
}

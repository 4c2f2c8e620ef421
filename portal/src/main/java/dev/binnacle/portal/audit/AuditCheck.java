package dev.binnacle.portal.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Follows the chain of seals from the first entry to the head, every hour and when somebody asks. */
@Service
public class AuditCheck {

    private static final Logger log = LoggerFactory.getLogger(AuditCheck.class);
    private static final int BATCH = 1_000;

    private final AuditRecords records;
    private final AuditKeys keys;
    private final Witness witness;
    private final Clock clock;
    private final AtomicReference<Finding> last = new AtomicReference<>();

    AuditCheck(AuditRecords records, AuditKeys keys, Witness witness, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.witness = witness;
        this.clock = clock;
    }

    /** @return what the last check of this replica found */
    public Optional<Finding> last() {
        return Optional.ofNullable(last.get());
    }

    /** Reads the whole trail, about 100,000 entries a second, in one snapshot of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding check() {
        Finding finding = follow();
        if (finding instanceof Finding.Broken(long after, Instant at)) {
            log.error("The audit trail is broken after entry {}, seen at {}", after, at);
        }
        last.set(finding);
        return finding;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    void everyHour() {
        try {
            check();
        } catch (DataAccessException e) {
            log.warn("The audit trail could not be checked; the next time is in an hour", e);
        }
    }

    private Finding follow() {
        // Before the first query: the snapshot holds at least what was seen by now.
        Head seen = witness.furthest();
        NavigableMap<Long, SecretKey> sealing = keys.all();
        Head head = records.head();
        Head reached = new Head(0, Seal.NONE);
        List<SealedEntry> batch = records.after(0, BATCH);
        while (!batch.isEmpty()) {
            for (SealedEntry entry : batch) {
                var key = sealing.floorEntry(entry.number());
                boolean other = entry.number() == seen.number() && !entry.head().equals(seen);
                if (key == null || other || !entry.isGenuineAfter(reached, key.getValue())) {
                    return new Finding.Broken(reached.number(), clock.instant());
                }
                reached = entry.head();
            }
            batch = records.after(reached.number(), BATCH);
        }
        return reached.equals(head) && reached.number() >= seen.number()
                ? new Finding.Unbroken(reached.number(), clock.instant())
                : new Finding.Broken(reached.number(), clock.instant());
    }

    /** What a check found. */
    public sealed interface Finding {

        /** Every seal matched, and the head is the last entry. */
        record Unbroken(long entries, Instant at) implements Finding {}

        /**
         * What follows the entry was changed, removed or added later.
         *
         * @param after the last entry that is as it was written; 0 for none
         */
        record Broken(long after, Instant at) implements Finding {}
    }
}

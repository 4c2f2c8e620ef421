package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the lines of a time back from the archive into indices of their own, one for each day of the files' names. A
 * line's name in its index follows from its place in its file, so that it is there once however often it is brought
 * back. Two restores at a time on a replica; each goes on where it was after an interruption.
 */
@Service
public class Restoring {

    private final Archives archives;
    private final RestoreRecords records;
    private final RestoreFiles files;
    private final RestoreExpiry expiry;
    private final LettingGo letting;
    private final RestoreQueue queue;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Restoring(
            Archives archives,
            RestoreRecords records,
            RestoreFiles files,
            RestoreExpiry expiry,
            LettingGo letting,
            RestoreQueue queue,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.archives = archives;
        this.records = records;
        this.files = files;
        this.expiry = expiry;
        this.letting = letting;
        this.queue = queue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the newest first, at most fifty */
    public List<Restore> newest(Environment environment) {
        return records.newest(environment.id().value());
    }

    /**
     * Begins to bring a time back; the same form sent twice does it once.
     *
     * @param id of the form
     * @throws Conflict where there is nothing to bring back, or too much
     */
    public void begin(Environment environment, UUID id, Instant from, Instant to, Duration kept, String account) {
        Archives.Listing listing = archives.list(environment, from, to);
        if (listing.files().isEmpty()) {
            throw new Conflict("Nothing was brought back: the archive has no file that could hold lines of that time.");
        }
        if (!listing.excess().isEmpty()) {
            throw new Conflict("Nothing was brought back. " + listing.excess());
        }
        Instant now = clock.instant();
        Restore restore =
                new Restore(id, account, now, from, to, now.plus(kept), null, "", "", null, Restore.Progress.NONE);
        transactions.executeWithoutResult(_ -> {
            expiry.lock(environment.id().value());
            if (records.add(environment.id().value(), restore)) {
                files.add(id, environment, listing.files());
                audit.record(entry("log.restore", environment, restore, account));
                queue.add(id);
            }
        });
    }

    /** Ends a restore where it goes on, and lets its lines go, but for those that another one holds. */
    public void remove(Environment environment, UUID id, String account) {
        Restore restore = records.find(environment.id().value(), id)
                .orElseThrow(() -> new NotFound("There is no such restore in this environment."));
        transactions.executeWithoutResult(_ -> {
            audit.record(entry("log.let-go", environment, restore, account));
            records.end(id, clock.instant(), "Stopped by " + account + ".");
            expiry.expire(id, clock.instant());
        });
        letting.go(environment);
    }

    private static AuditEntry entry(String action, Environment environment, Restore restore, String account) {
        return new AuditEntry(
                account,
                action,
                environment.name(),
                "log archive",
                "",
                Map.of(
                        "from", restore.from().toString(),
                        "to", restore.to().toString(),
                        "until", restore.expiresAt().toString()));
    }
}

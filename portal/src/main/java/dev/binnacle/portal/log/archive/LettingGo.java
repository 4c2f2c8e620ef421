package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.search.RestoredLines;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes the indices of restored lines that nobody holds any more. */
@Component
class LettingGo {

    private final Environments environments;
    private final RestoreExpiry expiry;
    private final RestoredLines lines;
    private final TransactionOperations transactions;
    private final Clock clock;

    LettingGo(
            Environments environments,
            RestoreExpiry expiry,
            RestoredLines lines,
            TransactionOperations transactions,
            Clock clock) {
        this.environments = environments;
        this.expiry = expiry;
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    void ofAll() {
        expiry.withExpired(clock.instant())
                .forEach(id -> environments.identified(id).ifPresent(this::go));
    }

    void go(Environment environment) {
        UUID id = environment.id().value();
        transactions.executeWithoutResult(_ -> {
            expiry.lock(id);
            Instant now = clock.instant();
            lines.removeAllBut(environment, expiry.held(id, now));
            expiry.removed(id, now);
        });
    }
}

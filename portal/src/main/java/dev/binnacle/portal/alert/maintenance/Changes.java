package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Makes changes of maintenance windows one after the other, each with its entry in the audit trail, or not at all. */
@Component
class Changes {

    private final WindowRecords windows;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Changes(WindowRecords windows, AuditTrail audit, TransactionOperations transactions) {
        this.windows = windows;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws Unavailable where PostgreSQL does not answer: then nothing was changed */
    <T> T make(Supplier<T> change) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> change.get()));
        } catch (DataAccessException | TransactionException e) {
            throw new Unavailable("PostgreSQL", "It cannot be recorded now, so nothing was changed. Try again.", e);
        }
    }

    /**
     * As above, while nobody else changes the window.
     *
     * @throws NotFound where it is deleted, or was never there
     */
    <T> T make(Environment environment, long window, Function<MaintenanceWindow, T> change) {
        return make(() -> change.apply(windows.locked(environment.id(), window).orElseThrow(Changes::gone)));
    }

    void record(
            String action,
            Environment environment,
            MaintenanceWindow window,
            String account,
            Map<String, String> details) {
        Map<String, String> all = new TreeMap<>(details);
        all.put("window", Long.toString(window.id()));
        all.put("recurrence", window.recurrence().toString());
        audit.record(new AuditEntry(
                account, action, environment.name(), window.matchers().toString(), window.comment(), all));
    }

    static NotFound gone() {
        return new NotFound("This maintenance window is deleted, or was never there.");
    }
}

package dev.binnacle.portal.administration;

import dev.binnacle.portal.audit.AuditCheck;
import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the trail because somebody asked, and records that they did. */
@Service
class AuditChecking {

    private final AuditCheck check;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AuditChecking(AuditCheck check, AuditTrail audit, TransactionTemplate transaction) {
        this.check = check;
        this.audit = audit;
        this.transaction = transaction;
    }

    void checkFor(String account) {
        transaction.executeWithoutResult(
                status -> audit.record(new AuditEntry(account, "audit.check", null, "audit trail", "", Map.of())));
        check.check();
    }
}

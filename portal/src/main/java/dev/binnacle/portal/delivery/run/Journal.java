package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.delivery.operation.OpenPages;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Step;
import dev.binnacle.portal.delivery.operation.Steps;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happens to operations: state, steps and audit entry together, or nothing of it. */
@Component
class Journal {
    private final OperationRows rows;
    private final Steps steps;
    private final AuditTrail audit;
    private final OpenPages pages;

    Journal(OperationRows rows, Steps steps, AuditTrail audit, OpenPages pages) {
        this.rows = rows;
        this.steps = steps;
        this.audit = audit;
        this.pages = pages;
    }

    /** @throws dev.binnacle.portal.problem.Conflict where another replica kept a later state */
    @Transactional
    public Operation keep(Operation operation, List<Step> done) {
        Operation kept = rows.keep(operation);
        done.forEach(step -> steps.add(operation.request().id(), step));
        pages.tell(operation.request().environment());
        return kept;
    }

    /** @param account who ended it: the person that undid it, or "binnacle" */
    @Transactional
    public void end(Operation operation, Step step, String account) {
        keep(operation, List.of(step));
        audit.record(entry(operation, account, operation.stage().token(), Map.of("outcome", step.says())));
    }

    static AuditEntry entry(Operation operation, String account, String verb, Map<String, String> details) {
        var request = operation.request();
        var all = new java.util.TreeMap<>(details);
        all.put("operation", String.valueOf(operation.number()));
        all.put("change", request.says());
        return new AuditEntry(
                account,
                "operation." + verb,
                request.environment(),
                request.workload().toString(),
                request.reason(),
                all);
    }
}

package dev.binnacle.portal.delivery.observed;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.operation.OpenPages;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps observed changes; each is recorded in the audit trail in the same transaction. */
@Service
@Transactional
public class ObservedChanges {
    private final ObservedChangeRows rows;
    private final AuditTrail audit;
    private final OpenPages pages;

    ObservedChanges(ObservedChangeRows rows, AuditTrail audit, OpenPages pages) {
        this.rows = rows;
        this.audit = audit;
        this.pages = pages;
    }

    /**
     * @return whether it is new; one that was told before, in the same words, is kept once
     * @throws Conflict where another change has that id
     */
    public boolean register(Environment environment, ObservedChange change) {
        if (!rows.add(environment.id(), change)) {
            if (rows.find(environment.id(), change.id())
                    .filter(change::tellsTheSameAs)
                    .isPresent()) {
                return false;
            }
            throw new Conflict("Another change was told of as “" + change.id() + "” before. Nothing was changed.");
        }
        audit.record(new AuditEntry(
                change.reportedBy(),
                "change.observe",
                environment.name(),
                change.workload().toString(),
                "",
                Map.of(
                        "manager", change.manager(),
                        "says", change.says(),
                        "outcome", change.outcome().name().toLowerCase(Locale.ROOT),
                        "id", change.id())));
        pages.tell(environment.name());
        return true;
    }

    /** @return the newest, of any workload */
    public List<ObservedChange> latest(Environment environment, int most) {
        return rows.latest(environment.id(), most);
    }

    /** @return the newest of the workload */
    public List<ObservedChange> latest(Environment environment, WorkloadKey workload, int most) {
        return rows.latest(environment.id(), workload, most);
    }

    /**
     * @param workload the only one that is looked at; null for all of the environment
     * @return the newest that were told of in that time
     */
    public List<ObservedChange> between(
            Environment environment, @Nullable WorkloadKey workload, Instant from, Instant to, int most) {
        return rows.between(environment.id(), workload, from, to, most);
    }
}

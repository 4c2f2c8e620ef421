package dev.binnacle.portal.delivery.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Kept;
import dev.binnacle.portal.delivery.operation.OpenPages;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.operation.Step;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.web.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person asks for: confirming a plan, undoing it within the first seconds. */
@Component
public class Deliveries {
    private final OperationRows rows;
    private final Steps steps;
    private final Journal journal;
    private final OpenPages pages;
    private final AuditTrail audit;
    private final SchedulerClient scheduler;
    private final Patience patience;
    private final Clock clock;

    Deliveries(
            OperationRows rows,
            Steps steps,
            Journal journal,
            OpenPages pages,
            AuditTrail audit,
            SchedulerClient scheduler,
            Patience patience,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.journal = journal;
        this.pages = pages;
        this.audit = audit;
        this.scheduler = scheduler;
        this.patience = patience;
        this.clock = clock;
    }

    /** @return whether the change asks for a reason there */
    public static boolean asksForReason(Environment environment, Change change) {
        return environment.tier() == Tier.PRODUCTION
                || change instanceof Change.RollBack
                || (change instanceof Change.Scale(var replicas) && replicas == 0);
    }

    /**
     * Keeps the operation with its audit entry and its turn in the durable queue, all or nothing. The same request sent
     * twice is one operation.
     *
     * @throws Conflict where the preflight blocks it, a reason is missing, or another one is in progress
     */
    @Transactional
    public Operation confirm(Environment environment, Request request, Plan plan) {
        if (asksForReason(environment, request.change()) && request.reason().isEmpty()) {
            throw new Conflict(
                    request.says() + " in " + environment.name() + " asks for a reason. Nothing was changed.");
        }
        Instant now = clock.instant();
        Operation operation = Operation.planned(request, plan).confirm(now, patience.undo());
        boolean first = rows.accept(operation, now);
        Operation kept = rows.find(request.id()).orElseThrow();
        if (first) {
            steps.add(
                    request.id(),
                    new Step(
                            now,
                            Status.OK,
                            "Confirmed by " + request.account() + "; nothing else may change "
                                    + request.workload().name() + " here meanwhile"));
            audit.record(Journal.entry(kept, request.account(), "confirm", Map.of()));
            scheduler.scheduleIfNotExists(
                    OperationTasks.OPERATION.instance(request.id().toString()).build(), now.plus(patience.undo()));
            pages.tell(environment.name());
        }
        return kept;
    }

    /** @throws Conflict once the change is being written: then only a rollback takes it back */
    @Transactional
    public Operation undo(String environment, long number, String account) {
        Operation operation = rows.numbered(environment, number)
                .map(Kept::operation)
                .orElseThrow(() -> new NotFound("No operation " + number + " in " + environment + "."));
        Operation undone = operation.undo(account, clock.instant());
        journal.end(undone, new Step(clock.instant(), Status.UNKNOWN, "Undone by " + account), account);
        return undone;
    }
}

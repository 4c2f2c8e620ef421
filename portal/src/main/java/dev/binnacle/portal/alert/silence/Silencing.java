package dev.binnacle.portal.alert.silence;

import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mutes alerts and ends that, on every cluster of Alertmanagers of an environment. What is asked for is in the audit
 * trail before any Alertmanager is called; what failed is added to it afterwards.
 */
@Service
public class Silencing {

    private static final Logger log = LoggerFactory.getLogger(Silencing.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Boards boards;
    private final SilenceRequests requests;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Silencing(
            Boards boards,
            SilenceRequests requests,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.boards = boards;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Posts the silence to one member of each cluster.
     *
     * @return what each cluster did; empty where the same form was sent before, and nothing was done again
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public List<ClusterOutcome> silence(Environment environment, SilenceRequest request) {
        List<String> clusters = boards.board(environment).clusters();
        AuditEntry entry = new AuditEntry(
                request.account(),
                "alert.silence",
                environment.name(),
                request.matchers().toString(),
                request.comment(),
                Map.of("until", request.endsAt().toString(), "alertmanagers", String.join("; ", clusters)));
        if (!recorded(() -> kept(environment, request, entry))) {
            return List.of();
        }
        List<ClusterOutcome> outcomes = clusters.stream()
                .map(cluster -> attempt(cluster, () -> boards.silence(environment, silence(cluster, request))))
                .toList();
        conclude(entry, outcomes, () -> requests.outcome(request.token(), said(outcomes)));
        boards.refresh(environment);
        return outcomes;
    }

    /**
     * Ends a silence now.
     *
     * @param account who asks
     * @param id as Alertmanager names it
     * @throws NotFound where no such silence mutes or will
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public ClusterOutcome expire(Environment environment, String account, String id) {
        Silence silence = boards.refresh(environment).silences().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("This silence has ended already, or was never there."));
        AuditEntry entry = new AuditEntry(
                account,
                "alert.expire",
                environment.name(),
                silence.matchers().toString(),
                "",
                Map.of("silence", id, "of", silence.createdBy(), "comment", silence.comment()));
        recorded(() -> {
            audit.record(entry);
            return true;
        });
        ClusterOutcome outcome = attempt(silence.cluster(), () -> boards.expire(environment, silence));
        conclude(entry, List.of(outcome), () -> {});
        boards.refresh(environment);
        return outcome;
    }

    private boolean kept(Environment environment, SilenceRequest request, AuditEntry entry) {
        requests.forgetBefore(clock.instant().minus(KEPT));
        if (!requests.keep(environment.id(), request, clock.instant())) {
            return false;
        }
        audit.record(entry);
        return true;
    }

    private boolean recorded(Supplier<Boolean> work) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> work.get()));
        } catch (DataAccessException | TransactionException e) {
            throw new Unavailable(
                    "PostgreSQL", "The audit trail cannot be written now, so nothing was changed. Try again.", e);
        }
    }

    private static Silence silence(String cluster, SilenceRequest request) {
        return new Silence(
                "",
                cluster,
                request.matchers(),
                request.startsAt(),
                request.endsAt(),
                request.account(),
                request.comment(),
                false);
    }

    private static ClusterOutcome attempt(String cluster, Runnable call) {
        try {
            call.run();
            return new ClusterOutcome(cluster, "");
        } catch (Problem problem) {
            return new ClusterOutcome(cluster, problem.sentence());
        }
    }

    /** The change is made or refused by now; where that cannot be recorded, the log has to do. */
    private void conclude(AuditEntry asked, List<ClusterOutcome> outcomes, Runnable kept) {
        try {
            transactions.executeWithoutResult(status -> {
                kept.run();
                if (!outcomes.stream().allMatch(ClusterOutcome::done)) {
                    audit.record(new AuditEntry(
                            asked.account(),
                            asked.action() + ".failed",
                            asked.environment(),
                            asked.target(),
                            asked.reason(),
                            Map.of("outcome", said(outcomes))));
                }
            });
        } catch (DataAccessException | TransactionException | Problem e) {
            log.error("The outcome of {} on {} is not recorded: {}", asked.action(), asked.target(), said(outcomes), e);
        }
    }

    private static String said(List<ClusterOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.cluster() + ": " + (outcome.done() ? "done" : outcome.problem()))
                .collect(Collectors.joining("; "));
    }
}

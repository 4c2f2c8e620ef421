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
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
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
     * Posts the silence to one member of each cluster; one that replaces another to that one's cluster alone.
     *
     * @return what each cluster did; empty where the same form was sent before, and nothing was done again
     * @throws NotFound where the one that it replaces has ended
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public List<ClusterOutcome> silence(Environment environment, SilenceRequest request) {
        List<Silence> silences = request.replaces().isEmpty()
                ? boards.board(environment).clusters().stream()
                        .map(cluster -> silence("", cluster, request, request.startsAt()))
                        .toList()
                : List.of(replacing(standing(environment, request.replaces()), request));
        List<String> clusters = silences.stream().map(Silence::cluster).toList();
        AuditEntry entry = new AuditEntry(
                request.account(),
                "alert.silence",
                environment.name(),
                request.matchers().toString(),
                request.comment(),
                Map.of(
                        "until",
                        request.endsAt().toString(),
                        "alertmanagers",
                        String.join("; ", clusters),
                        "replaces",
                        request.replaces()));
        if (!recorded(() -> kept(environment, request, entry))) {
            return List.of();
        }
        List<ClusterOutcome> outcomes = silences.stream()
                .map(silence -> ClusterOutcome.of(silence.cluster(), () -> boards.silence(environment, silence)))
                .toList();
        conclude(entry, outcomes, () -> requests.outcome(request.token(), said(outcomes)));
        boards.refresh(environment);
        return outcomes;
    }

    /**
     * Ends silences now.
     *
     * @param account who asks
     * @param ids as Alertmanager names them
     * @return what became of each that still muted or would
     * @throws NotFound where none of them does
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public List<ClusterOutcome> expire(Environment environment, String account, Collection<String> ids) {
        List<Silence> silences = boards.refresh(environment).silences().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        if (silences.isEmpty()) {
            throw gone();
        }
        Map<Silence, AuditEntry> entries = new LinkedHashMap<>();
        silences.forEach(silence -> entries.put(silence, expiry(environment, account, silence)));
        recorded(() -> {
            entries.values().forEach(audit::record);
            return true;
        });
        List<ClusterOutcome> outcomes = entries.entrySet().stream()
                .map(entry -> expire(environment, entry.getKey(), entry.getValue()))
                .toList();
        boards.refresh(environment);
        return outcomes;
    }

    private ClusterOutcome expire(Environment environment, Silence silence, AuditEntry entry) {
        ClusterOutcome outcome = ClusterOutcome.of(silence.cluster(), () -> boards.expire(environment, silence));
        conclude(entry, List.of(outcome), () -> {});
        return outcome;
    }

    private static AuditEntry expiry(Environment environment, String account, Silence silence) {
        return new AuditEntry(
                account,
                "alert.expire",
                environment.name(),
                silence.matchers().toString(),
                "",
                Map.of("silence", silence.id(), "of", silence.createdBy(), "comment", silence.comment()));
    }

    private Silence standing(Environment environment, String id) {
        return boards.refresh(environment).silences().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Silencing::gone);
    }

    private static NotFound gone() {
        return new NotFound("This silence has ended already, or was never there.");
    }

    /** Alertmanager keeps the id where only the end or the comment differs; otherwise it ends the one and makes another. */
    private static Silence replacing(Silence standing, SilenceRequest request) {
        return silence(standing.id(), standing.cluster(), request, standing.startsAt());
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

    private static Silence silence(String id, String cluster, SilenceRequest request, Instant startsAt) {
        return new Silence(
                id,
                cluster,
                request.matchers(),
                startsAt,
                request.endsAt(),
                request.account(),
                request.comment(),
                false);
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

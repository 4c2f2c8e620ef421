package dev.binnacle.portal.alert.acknowledge;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.LiveUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Lets people say that they look after alerts. Each is in the audit trail, in the same transaction. */
@Service
public class Acknowledging {

    private final Boards boards;
    private final AcknowledgementRecords records;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final LiveUpdates liveUpdates;
    private final Clock clock;
    private final Duration remembered;

    /** @param remembered how long a new alert with the same labels says who acknowledged the one before */
    Acknowledging(
            Boards boards,
            AcknowledgementRecords records,
            AuditTrail audit,
            TransactionOperations transactions,
            LiveUpdates liveUpdates,
            Clock clock,
            @Value("${binnacle.alerts.acknowledgement-remembered:24h}") Duration remembered) {
        this.boards = boards;
        this.records = records;
        this.audit = audit;
        this.transactions = transactions;
        this.liveUpdates = liveUpdates;
        this.clock = clock;
        this.remembered = remembered;
    }

    /**
     * @return by fingerprint, the newest of each alert: those that hold, and those that have ended not long ago; nothing
     *     where PostgreSQL does not answer
     */
    public Optional<Map<String, Acknowledgement>> newest(Environment environment) {
        return told(() -> records.newest(environment.id(), clock.instant().minus(remembered)));
    }

    /** @return by fingerprint, those that hold now; none where PostgreSQL does not answer */
    public Map<String, Acknowledgement> holding(Environment environment) {
        Instant now = clock.instant();
        return told(() -> records.open(environment.id()).stream()
                        .filter(each -> each.holds(now))
                        .toList())
                .orElse(Map.of());
    }

    private static Optional<Map<String, Acknowledgement>> told(Supplier<List<Acknowledgement>> asked) {
        try {
            return Optional.of(
                    asked.get().stream().collect(Collectors.toMap(Acknowledgement::fingerprint, Function.identity())));
        } catch (DataAccessException silent) {
            return Optional.empty();
        }
    }

    /** @return those of the alerts that can be acknowledged: known to an Alertmanager, and firing on */
    public List<Alert> possible(Environment environment, Predicate<Alert> wanted) {
        return boards.board(environment).alerts().stream()
                .filter(alert -> alert.state() != AlertState.PENDING)
                .filter(wanted)
                .toList();
    }

    /** @return those of the possible ones that nobody looks after */
    public List<Alert> unattended(Environment environment, Predicate<Alert> wanted) {
        Map<String, Acknowledgement> holding = holding(environment);
        return possible(environment, wanted.and(alert -> !holding.containsKey(alert.fingerprint())));
    }

    /**
     * Acknowledges alerts; who acknowledged one of them before is taken over from.
     *
     * @return how many are acknowledged now; what was said already is not recorded again
     * @throws NotFound where none of them fires any more
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public int acknowledge(Environment environment, AcknowledgementRequest request) {
        List<Alert> alerts =
                possible(environment, alert -> request.fingerprints().contains(alert.fingerprint()));
        if (alerts.isEmpty()) {
            throw new NotFound("None of these alerts fires any more, so nothing was acknowledged.");
        }
        // PostgreSQL keeps microseconds; the same form sent again must compare equal.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        recorded(environment, () -> {
            Map<String, Acknowledgement> open = records.open(environment.id()).stream()
                    .collect(Collectors.toMap(Acknowledgement::fingerprint, Function.identity()));
            for (Alert alert : alerts) {
                Acknowledgement wanted = acknowledgement(alert, request, now);
                Acknowledgement before = open.get(alert.fingerprint());
                if (before == null || !before.holds(now) || !before.saysAs(wanted)) {
                    if (before != null) {
                        records.end(before.id(), now, before.holds(now) ? "taken over" : "time");
                    }
                    if (records.add(environment.id(), wanted)) {
                        audit.record(entry(environment, request, alert));
                    }
                }
            }
        });
        return alerts.size();
    }

    /**
     * Ends an acknowledgement; its alert is nobody's again.
     *
     * @param account who asks
     * @throws NotFound where there is no such one
     * @throws Unavailable where it cannot be recorded: then nothing was done
     */
    public void end(Environment environment, UUID id, String account) {
        Acknowledgement ended = records.find(environment.id(), id)
                .orElseThrow(() -> new NotFound("There is no such acknowledgement in this environment."));
        recorded(environment, () -> {
            if (records.end(id, clock.instant(), "ended by " + account)) {
                audit.record(new AuditEntry(
                        account,
                        "alert.unacknowledge",
                        environment.name(),
                        "alert " + ended.fingerprint(),
                        "",
                        Map.of("of", ended.account(), "note", ended.note())));
            }
        });
    }

    private void recorded(Environment environment, Runnable work) {
        try {
            transactions.executeWithoutResult(_ -> work.run());
        } catch (DataAccessException | TransactionException failure) {
            throw new Unavailable(
                    "PostgreSQL", "It cannot be recorded now, so nothing was changed. Try again.", failure);
        }
        liveUpdates.changed(environment.name(), "alerts");
    }

    private static Acknowledgement acknowledgement(Alert alert, AcknowledgementRequest request, Instant now) {
        return new Acknowledgement(
                UUID.randomUUID(),
                alert.fingerprint(),
                alert.startsAt().truncatedTo(ChronoUnit.MICROS),
                request.account(),
                request.assignee(),
                request.note(),
                now,
                request.until(),
                null);
    }

    private static AuditEntry entry(Environment environment, AcknowledgementRequest request, Alert alert) {
        return new AuditEntry(
                request.account(),
                "alert.acknowledge",
                environment.name(),
                Matchers.of(alert.labels()).toString(),
                request.note(),
                Map.of(
                        "assignee",
                        request.assignee(),
                        "until",
                        request.until() == null
                                ? "it resolves"
                                : request.until().toString()));
    }
}

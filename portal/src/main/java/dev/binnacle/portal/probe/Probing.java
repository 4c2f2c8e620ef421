package dev.binnacle.portal.probe;

import dev.binnacle.portal.audit.AuditEntry;
import dev.binnacle.portal.audit.AuditTrail;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sends probes: when somebody asks, and by itself every few minutes, from one replica. */
@Service
class Probing {

    private static final Logger log = LoggerFactory.getLogger(Probing.class);

    private final Environments environments;
    private final EchoPods pods;
    private final ProbeRecords records;
    private final Pursuit pursuit;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration interval;

    /** @param interval between two that are sent without being asked for; zero for none */
    Probing(
            Environments environments,
            EchoPods pods,
            ProbeRecords records,
            Pursuit pursuit,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock,
            @Value("${binnacle.probe.interval:5m}") Duration interval) {
        this.environments = environments;
        this.pods = pods;
        this.records = records;
        this.pursuit = pursuit;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.interval = interval;
    }

    /** @throws Conflict where nothing can be sent, or a probe goes on already */
    void ask(Environment environment, String account) {
        Pod pod = pods.any(environment)
                .orElseThrow(() -> new Conflict(
                        "No probe was sent. " + pods.obstacle(environment).orElse("The last pod has just gone.")));
        Probe probe = probe(pod, account);
        boolean began = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean kept = records.begin(environment.id(), probe, clock.instant());
            if (kept) {
                audit.record(new AuditEntry(account, "log.probe", environment.name(), probe.pod(), "", Map.of()));
            }
            return kept;
        }));
        if (!began) {
            throw new Conflict("A probe goes on already. Its outcome is shown within a minute.");
        }
        pursuit.begin(environment, pod, probe);
    }

    Duration interval() {
        return interval;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    void sendDue() {
        if (interval.isZero()) {
            return;
        }
        try {
            environments.all().forEach(this::sendWhereDue);
        } catch (DataAccessException unreachable) {
            log.warn("No probe was sent; the next try is in ten seconds", unreachable);
        }
    }

    private void sendWhereDue(Environment environment) {
        Optional<Pod> pod = pods.any(environment);
        if (pod.isPresent()) {
            Probe probe = probe(pod.get(), "");
            if (records.begin(environment.id(), probe, clock.instant().minus(interval))) {
                pursuit.begin(environment, pod.get(), probe);
            }
        }
    }

    private Probe probe(Pod pod, String account) {
        Instant now = clock.instant();
        return new Probe(UUID.randomUUID(), account, pod.namespace() + "/" + pod.name(), now, Map.of(), "", null);
    }
}

package dev.binnacle.portal.overview;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.delivery.OperationBrief;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An environment on the overview.
 *
 * @param firing alerts that fire, the worst first
 * @param attended by the fingerprint of an alert, who looks after it
 * @param alertsKnown whether every Alertmanager answers; otherwise an alert could fire unseen
 * @param operations the latest, newest first
 */
record Card(
        Environment environment,
        Freshness freshness,
        Workloads workloads,
        List<Alert> firing,
        Map<String, String> attended,
        boolean alertsKnown,
        List<OperationBrief> operations) {

    public String name() {
        return environment.name();
    }

    public String tier() {
        return environment.tier().token();
    }

    public String tierLabel() {
        return environment.tier().label();
    }

    public String workloadWords() {
        return freshness.synced() ? workloads.words() : "not known yet";
    }

    /** Returns whether the cluster is known to have no workload there, so that the echo service can be the first. */
    public boolean empty() {
        return freshness.live() && workloads.total() == 0;
    }

    public boolean monitored() {
        return !environment.alertmanagers().isEmpty();
    }

    /** Returns each severity that fires with its number, worst first. */
    public List<Firing> alerts() {
        return bySeverity().entrySet().stream()
                .map(entry -> new Firing(
                        entry.getKey().status(),
                        entry.getValue() + " " + entry.getKey().token()))
                .toList();
    }

    /** Returns how many of those that fire somebody looks after. */
    public long attendedAlerts() {
        return firing.stream()
                .filter(alert -> attended.containsKey(alert.fingerprint()))
                .count();
    }

    private SortedMap<Severity, Long> bySeverity() {
        return firing.stream().collect(groupingBy(Alert::severity, TreeMap::new, counting()));
    }

    /** Returns those in progress; where there is none, the last one, if there ever was any. */
    public List<OperationBrief> operationsNow() {
        List<OperationBrief> inProgress = operations.stream()
                .filter(operation -> operation.endedAt() == null)
                .toList();
        return inProgress.isEmpty() ? operations.stream().limit(1).toList() : inProgress;
    }

    /** Alerts of one severity in words. */
    record Firing(Status status, String words) {}

    public Verdict verdict() {
        if (!freshness.synced()) {
            return new Verdict(
                    Status.UNKNOWN,
                    freshness.problem().isEmpty() ? "The cluster is being read." : "The cluster has not been read yet.",
                    freshness.problem());
        }
        Verdict known = CardVerdict.of(workloads, bySeverity());
        if (!freshness.live()) {
            return freshness.qualified(known);
        }
        return monitored() && !alertsKnown
                ? new Verdict(
                        known.status().worse(Status.UNKNOWN),
                        known.says(),
                        "Alertmanager does not answer, so an alert could fire unseen.")
                : known;
    }
}

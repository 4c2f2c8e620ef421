package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import dev.binnacle.portal.workload.WorkloadState;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An environment on the overview.
 *
 * @param firing alerts that fire, by severity
 * @param alertsKnown whether every Alertmanager answers; otherwise an alert could fire unseen
 */
record Card(
        Environment environment,
        Freshness freshness,
        Workloads workloads,
        Map<Severity, Long> firing,
        boolean alertsKnown) {

    public String name() {
        return environment.name();
    }

    public String tier() {
        return environment.tier().token();
    }

    public String tierLabel() {
        return tier().substring(0, 1).toUpperCase(Locale.ROOT) + tier().substring(1);
    }

    public String workloadWords() {
        return freshness.synced() ? workloads.words() : "not known yet";
    }

    public boolean monitored() {
        return !environment.alertmanagers().isEmpty();
    }

    /** Returns each severity that fires with its number, worst first. */
    public List<Firing> alerts() {
        return firing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Firing(
                        entry.getKey().status(),
                        entry.getValue() + " " + entry.getKey().token()))
                .toList();
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
        Verdict known = known();
        if (!freshness.live()) {
            return new Verdict(
                    known.status().worse(Status.UNKNOWN),
                    known.says(),
                    "This is how it was when the cluster last answered. " + freshness.problem());
        }
        return monitored() && !alertsKnown
                ? new Verdict(
                        known.status().worse(Status.UNKNOWN),
                        known.says(),
                        "Alertmanager does not answer, so an alert could fire unseen.")
                : known;
    }

    private Verdict known() {
        int failing = workloads.count(WorkloadState.FAILING);
        int degraded = workloads.count(WorkloadState.DEGRADED);
        long critical = firing.getOrDefault(Severity.CRITICAL, 0L);
        if (failing > 0) {
            return new Verdict(Status.CRITICAL, first() + rest(failing + degraded - 1));
        }
        if (critical > 0) {
            return new Verdict(
                    Status.CRITICAL,
                    Amounts.count(critical, "critical alert") + (critical == 1 ? " fires." : " fire."));
        }
        if (degraded > 0) {
            return new Verdict(Status.WARNING, first() + rest(degraded - 1));
        }
        long warnings = firing.getOrDefault(Severity.WARNING, 0L);
        if (warnings > 0) {
            return new Verdict(
                    Status.WARNING,
                    Amounts.count(warnings, "warning") + (warnings == 1 ? " fires" : " fire")
                            + "; every workload is healthy or on its way.");
        }
        int total = workloads.total();
        return new Verdict(
                Status.OK,
                total == 0
                        ? "There is no workload in its namespaces."
                        : "All " + Amounts.count(total, "workload") + " are healthy or on their way.");
    }

    private String first() {
        Workloads.Judged worst = workloads.worst().getFirst();
        return worst.workload().key().name() + ": " + worst.verdict().says() + ".";
    }

    private static String rest(int others) {
        return others == 0
                ? ""
                : " " + Amounts.count(others, "more workload") + (others == 1 ? " is" : " are") + " unhealthy.";
    }
}

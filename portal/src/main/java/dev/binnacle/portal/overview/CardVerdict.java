package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import dev.binnacle.portal.workload.WorkloadState;
import java.util.Map;

/** What there is to say of an environment whose cluster and alerts are known. */
final class CardVerdict {

    private CardVerdict() {}

    static Verdict of(Workloads workloads, Map<Severity, Long> firing) {
        int failing = workloads.count(WorkloadState.FAILING);
        int degraded = workloads.count(WorkloadState.DEGRADED);
        long critical = firing.getOrDefault(Severity.CRITICAL, 0L);
        if (failing > 0) {
            return new Verdict(Status.CRITICAL, first(workloads) + rest(failing + degraded - 1));
        }
        if (critical > 0) {
            return new Verdict(
                    Status.CRITICAL,
                    Amounts.count(critical, "critical alert") + (critical == 1 ? " fires." : " fire."));
        }
        if (degraded > 0) {
            return new Verdict(Status.WARNING, first(workloads) + rest(degraded - 1));
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

    private static String first(Workloads workloads) {
        Workloads.Judged worst = workloads.worst().getFirst();
        return worst.workload().key().name() + " " + worst.verdict().predicate() + ".";
    }

    private static String rest(int others) {
        return others == 0
                ? ""
                : " " + Amounts.count(others, "more workload") + (others == 1 ? " is" : " are") + " unhealthy.";
    }
}

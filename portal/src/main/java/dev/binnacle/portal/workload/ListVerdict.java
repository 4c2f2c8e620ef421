package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence how the workloads of an environment are, as far as that is known. */
final class ListVerdict {

    private ListVerdict() {}

    static Verdict of(List<WorkloadRow> all, Freshness freshness) {
        return Knowledge.limit(known(all), freshness, "deployments", "statefulsets", "daemonsets", "pods");
    }

    private static Verdict known(List<WorkloadRow> all) {
        if (all.isEmpty()) {
            return new Verdict(WorkloadState.HEALTHY.status(), "There is no workload in this environment.");
        }
        List<String> parts = new ArrayList<>();
        for (WorkloadState state : WorkloadState.values()) {
            long number = all.stream().filter(row -> row.state() == state).count();
            if (number > 0) {
                parts.add(number + " " + (number == 1 ? words(state) : plural(state)));
            }
        }
        WorkloadRow worst = all.stream()
                .min(java.util.Comparator.comparing(WorkloadRow::state))
                .orElseThrow();
        if (worst.state() == WorkloadState.HEALTHY) {
            return new Verdict(
                    worst.state().status(),
                    all.size() == 1
                            ? "The only workload is healthy."
                            : "All " + Amounts.count(all.size(), "workload") + " are healthy.");
        }
        boolean wrong = worst.state().compareTo(WorkloadState.ROLLING_OUT) < 0;
        return new Verdict(
                worst.state().status(),
                "Of " + Amounts.count(all.size(), "workload") + " " + String.join(", ", parts) + ".",
                wrong
                        ? worst.key().name() + " in " + worst.key().namespace() + " "
                                + worst.verdict().predicate() + "; "
                                + worst.verdict().because()
                        : "");
    }

    private static String words(WorkloadState state) {
        return switch (state) {
            case FAILING -> "fails";
            case DEGRADED -> "is degraded";
            case UNKNOWN -> "is not known";
            case ROLLING_OUT -> "is rolling out";
            case PAUSED -> "is paused";
            case SCALED_TO_ZERO -> "is scaled to zero";
            case HEALTHY -> "is healthy";
        };
    }

    private static String plural(WorkloadState state) {
        return words(state).replaceFirst("^is ", "are ").replaceFirst("^fails$", "fail");
    }
}

package dev.binnacle.portal.overview;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.workload.WorkloadState;
import dev.binnacle.portal.workload.WorkloadVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The workloads of an environment, counted by their state.
 *
 * @param worst those that need a person, worst first
 */
record Workloads(Map<WorkloadState, Integer> counts, List<Judged> worst) {

    /** A workload and what there is to say of it. */
    record Judged(Workload workload, WorkloadVerdict verdict) {}

    static Workloads of(ClusterModel model) {
        Map<WorkloadState, Integer> counts = new EnumMap<>(WorkloadState.class);
        List<Judged> worst = new ArrayList<>();
        for (Workload workload : model.workloads()) {
            WorkloadVerdict verdict = WorkloadVerdict.of(workload, model.podsOf(workload.key()));
            counts.merge(verdict.state(), 1, Integer::sum);
            if (verdict.state() == WorkloadState.FAILING || verdict.state() == WorkloadState.DEGRADED) {
                worst.add(new Judged(workload, verdict));
            }
        }
        worst.sort(java.util.Comparator.comparing(
                        (Judged judged) -> judged.verdict().state())
                .thenComparing(judged -> judged.workload().key().namespace())
                .thenComparing(judged -> judged.workload().key().name()));
        return new Workloads(counts, worst);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(WorkloadState state) {
        return counts.getOrDefault(state, 0);
    }

    /** Returns "1 failing, 2 degraded, 44 healthy". */
    String words() {
        List<String> parts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}

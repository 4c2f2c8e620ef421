package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.DisruptionBudget;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.web.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A disruption budget and what it allows now.
 *
 * @param workloads those whose pods it selects
 */
public record BudgetState(DisruptionBudget budget, List<Workload> workloads) {

    public BudgetState {
        workloads = List.copyOf(workloads);
    }

    /** Returns every budget, those that allow nothing first. */
    static List<BudgetState> all(ClusterModel model) {
        return model.disruptionBudgets().stream()
                .map(budget -> new BudgetState(budget, selected(budget, model)))
                .sorted(Comparator.comparingInt((BudgetState state) ->
                                Math.min(1, state.budget().allowed()))
                        .thenComparing(state -> state.budget().namespace())
                        .thenComparing(state -> state.budget().name()))
                .toList();
    }

    private static List<Workload> selected(DisruptionBudget budget, ClusterModel model) {
        return model.workloads().stream()
                .filter(workload -> selects(budget, workload, model))
                .sorted(Comparator.comparing(workload -> workload.key().name()))
                .toList();
    }

    /**
     * Compares the equality part of the budget's selector with the labels that the workload's pods carry, or while it
     * has none with those that they must carry.
     */
    public static boolean selects(DisruptionBudget budget, Workload workload, ClusterModel model) {
        if (!budget.namespace().equals(workload.key().namespace())
                || budget.matchLabels().isEmpty()) {
            return false;
        }
        Map<String, String> labels = model.podsOf(workload.key()).stream()
                .findFirst()
                .map(Pod::labels)
                .orElse(workload.selector());
        return labels.entrySet().containsAll(budget.matchLabels().entrySet());
    }

    /** Returns what it keeps, in words: "at least 4", "at most 25% away". */
    public String keeps() {
        return budget.minAvailable().isEmpty()
                ? "at most " + budget.maxUnavailable() + " away"
                : "at least " + budget.minAvailable();
    }

    public Status status() {
        return budget.allowed() > 0 || budget.expectedPods() == 0 ? Status.OK : Status.WARNING;
    }

    public String allows() {
        return budget.allowed() > 0 ? budget.allowed() + " now" : "None";
    }

    /** Says why it allows nothing; empty where it allows something. */
    public String because() {
        if (budget.allowed() > 0) {
            return "";
        }
        if (budget.expectedPods() == 0) {
            return "It selects no pod.";
        }
        String failed = budget.conditions().stream()
                .filter(condition -> condition.type().equals("DisruptionAllowed"))
                .filter(condition -> condition.reason().equals("SyncFailed"))
                .map(Condition::message)
                .findFirst()
                .orElse("");
        if (!failed.isEmpty()) {
            return "Its controller cannot count: " + failed;
        }
        return budget.currentHealthy() < budget.desiredHealthy()
                ? (budget.desiredHealthy() - budget.currentHealthy()) + " more must be healthy first."
                : "It wants " + budget.desiredHealthy()
                        + " healthy and there are no more: it never lets a node be drained.";
    }
}

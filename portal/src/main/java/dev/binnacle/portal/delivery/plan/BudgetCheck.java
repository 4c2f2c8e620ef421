package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.DisruptionBudget;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What do the disruption budgets of its pods allow now? A rollout deletes pods and does not ask them (<a
 * href="https://kubernetes.io/docs/concepts/workloads/pods/disruptions/">Disruptions</a>), so they only warn.
 */
@Component
@Order(6)
class BudgetCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        if (!(situation.request().change().replacesPods() || situation.request().change() instanceof Change.Scale)) {
            return List.of();
        }
        return situation.model().disruptionBudgets().stream()
                .filter(budget ->
                        budget.namespace().equals(situation.workload().key().namespace()))
                .filter(budget -> !budget.matchLabels().isEmpty()
                        && situation
                                .workload()
                                .selector()
                                .entrySet()
                                .containsAll(budget.matchLabels().entrySet()))
                .map(BudgetCheck::says)
                .toList();
    }

    private static Check says(DisruptionBudget budget) {
        String now = "The budget " + budget.name() + " allows " + budget.allowed()
                + (budget.allowed() == 1 ? " disruption" : " disruptions") + " now";
        return budget.allowed() > 0
                ? Check.go(now + ".")
                : Check.warn(now + ". It does not hold back a rollout, but there is nothing to spare.");
    }
}

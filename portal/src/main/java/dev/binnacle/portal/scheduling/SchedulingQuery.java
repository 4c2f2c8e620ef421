package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.WorkloadKey;
import java.util.List;
import java.util.Optional;

/**
 * What the address of the scheduling page asks for; what it leaves out is empty, or the first page.
 *
 * @param mark the workload whose pods are marked: deployment/shop/echo
 * @param find part of a workload's or namespace's name, for the spread
 * @param nodes page of the nodes, from 1; so for spread and budgets
 */
record SchedulingQuery(String mark, String find, Integer nodes, Integer spread, Integer budgets) {

    SchedulingQuery {
        mark = mark == null ? "" : mark;
        find = find == null ? "" : find.strip();
        nodes = nodes == null ? 1 : nodes;
        spread = spread == null ? 1 : spread;
        budgets = budgets == null ? 1 : budgets;
    }

    Optional<WorkloadKey> chosen() {
        List<String> parts = List.of(mark.split("/", 4));
        return parts.size() == 3
                ? SchedulingController.key(parts.get(0), parts.get(1), parts.get(2))
                : Optional.empty();
    }
}

package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.web.Paging;
import java.util.List;

/**
 * A page of the disruption budgets, those that allow nothing first.
 *
 * @param says the head's sentence
 */
record BudgetTable(List<BudgetState> rows, Paging paging, String says) {

    private static final int SIZE = 20;

    BudgetTable(List<BudgetState> all, int page) {
        this(all, new Paging(page, SIZE, all.size()), sentence(all));
    }

    BudgetTable {
        rows = List.copyOf(rows.subList(paging.from(), paging.to()));
    }

    private static String sentence(List<BudgetState> all) {
        long none = all.stream().filter(state -> state.budget().allowed() == 0).count();
        return none == 0 ? "each allows an eviction now" : none + " of " + all.size() + " allow no eviction now";
    }
}

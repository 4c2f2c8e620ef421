package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.web.Paging;
import java.util.List;

/**
 * A page of the workloads' spread, worst first.
 *
 * @param says the head's sentence
 */
record SpreadTable(List<WorkloadSpread> rows, Paging paging, String says) {

    private static final int SIZE = 20;

    SpreadTable(List<WorkloadSpread> all, String find, int page) {
        this(
                all.stream().filter(spread -> matches(spread, find)).toList(),
                new Paging(page, SIZE, (int)
                        all.stream().filter(spread -> matches(spread, find)).count()),
                sentence(all));
    }

    SpreadTable {
        rows = List.copyOf(rows.subList(paging.from(), paging.to()));
    }

    private static boolean matches(WorkloadSpread spread, String find) {
        return spread.workload().name().contains(find)
                || spread.workload().namespace().contains(find);
    }

    private static String sentence(List<WorkloadSpread> all) {
        long uneven = all.stream().filter(spread -> spread.score() < 100).count();
        return uneven == 0
                ? "all " + all.size() + " workloads lie as evenly as they can"
                : (all.size() - uneven) + " of " + all.size() + " workloads lie as evenly as they can";
    }
}

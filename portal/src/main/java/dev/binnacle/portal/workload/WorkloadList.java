package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.web.Paging;
import dev.binnacle.portal.web.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page of workloads.
 *
 * @param namespaces, kinds and states with how many workloads each has, whatever the filter
 */
record WorkloadList(
        Verdict verdict,
        List<WorkloadRow> rows,
        Paging paging,
        int total,
        Map<String, Long> namespaces,
        List<Choice> kinds,
        List<Choice> states) {

    private static final int SIZE = 50;
    private static final Comparator<WorkloadRow> BY_NAME = Comparator.comparing(
                    (WorkloadRow row) -> row.key().name())
            .thenComparing(row -> row.key().namespace())
            .thenComparing(row -> row.key().kind());

    static WorkloadList of(ClusterModel model, WorkloadQuery query) {
        List<WorkloadRow> all = model.workloads().stream()
                .map(workload -> WorkloadRow.of(workload, model))
                .toList();
        List<WorkloadRow> found =
                all.stream().filter(query::matches).sorted(order(query)).toList();
        Paging paging = new Paging(query.page(), SIZE, found.size());
        return new WorkloadList(
                ListVerdict.of(all, model.freshness()),
                found.subList(paging.from(), paging.to()),
                paging,
                all.size(),
                counted(all, row -> row.key().namespace()),
                choices(all, row -> row.key().kind(), kind -> new Choice(kind.token(), kind.kind(), 0)),
                choices(all, WorkloadRow::state, state -> new Choice(state.token(), state.word(), 0)));
    }

    private static Comparator<WorkloadRow> order(WorkloadQuery query) {
        Comparator<WorkloadRow> order = switch (query.sort()) {
            case "name" -> BY_NAME;
            case "ready" -> Comparator.comparingInt(row -> row.workload().ready());
            case "changed" -> Comparator.comparing(WorkloadRow::changedAt);
            case "restarts" -> Comparator.comparingInt(WorkloadRow::restarts);
            case "nodes" -> Comparator.comparingInt(WorkloadRow::nodes);
            default -> Comparator.comparing(WorkloadRow::state).reversed();
        };
        boolean worstFirst = query.order().isEmpty() && query.sort().equals("state");
        return (worstFirst || query.descending() ? order.reversed() : order).thenComparing(BY_NAME);
    }

    private static Map<String, Long> counted(Collection<WorkloadRow> rows, Function<WorkloadRow, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static <T extends Comparable<T>> List<Choice> choices(
            Collection<WorkloadRow> rows, Function<WorkloadRow, T> by, Function<T, Choice> choice) {
        Map<T, Long> counts = rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> choice.apply(entry.getKey()).of(entry.getValue()))
                .toList();
    }

    /** An entry of a filter, with how many workloads it leaves. */
    record Choice(String token, String word, long count) {
        Choice of(long number) {
            return new Choice(token, word, number);
        }
    }
}

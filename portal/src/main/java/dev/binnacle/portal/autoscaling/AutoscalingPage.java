package dev.binnacle.portal.autoscaling;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.web.Paging;
import dev.binnacle.portal.web.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The autoscalers, worst first, with what they add up to.
 *
 * @param more what all of them at their maximum would request beyond now, by the requests of their pod templates
 * @param forbidden which permission is missing to list them; empty where none is
 */
record AutoscalingPage(
        Verdict verdict,
        List<AutoscalerRow> rows,
        Paging paging,
        int total,
        int current,
        int min,
        int max,
        Resources more,
        String forbidden) {

    private static final int SIZE = 50;

    static AutoscalingPage of(ClusterModel model, String find, int page) {
        List<AutoscalerRow> all = model.autoscalers().stream()
                .map(AutoscalerRow::of)
                .sorted(Comparator.comparing(
                                (AutoscalerRow row) -> row.verdict().status())
                        .reversed()
                        .thenComparing(row -> row.autoscaler().namespace())
                        .thenComparing(row -> row.autoscaler().name()))
                .toList();
        List<AutoscalerRow> found =
                all.stream().filter(row -> matches(row.autoscaler(), find)).toList();
        Paging paging = new Paging(page, SIZE, found.size());
        return new AutoscalingPage(
                AutoscalingVerdict.of(all, model.freshness()),
                found.subList(paging.from(), paging.to()),
                paging,
                all.size(),
                all.stream().mapToInt(row -> row.autoscaler().current()).sum(),
                all.stream().mapToInt(row -> row.autoscaler().min()).sum(),
                all.stream().mapToInt(row -> row.autoscaler().max()).sum(),
                all.stream().map(row -> growth(row, model)).reduce(Resources.NONE, Resources::plus),
                model.freshness().forbidden().getOrDefault("horizontalpodautoscalers", ""));
    }

    private static boolean matches(Autoscaler autoscaler, String find) {
        return autoscaler.name().contains(find)
                || autoscaler.target().contains(find)
                || autoscaler.namespace().contains(find);
    }

    private static Resources growth(AutoscalerRow row, ClusterModel model) {
        Autoscaler autoscaler = row.autoscaler();
        long more = Math.max(0, autoscaler.max() - autoscaler.current());
        Resources each = WorkloadKind.of(autoscaler.targetKind()).stream()
                .map(kind -> new WorkloadKey(kind, autoscaler.namespace(), autoscaler.target()))
                .flatMap(key -> model.workload(key).stream())
                .flatMap(workload -> workload.containers().stream())
                .map(Workload.TemplateContainer::requests)
                .reduce(Resources.NONE, Resources::plus);
        return new Resources(each.cpuMillis() * more, each.memoryBytes() * more);
    }
}

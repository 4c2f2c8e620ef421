package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.DisruptionBudget;
import dev.binnacle.portal.cluster.Event;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PriorityClass;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.web.Verdict;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a workload shows.
 *
 * @param podsLeftOut how many pods are not shown
 * @param autoscaler, budget and priority null where there is none, or it may not be read
 */
record WorkloadPage(
        Workload workload,
        WorkloadVerdict judged,
        Verdict verdict,
        List<NodePods> nodes,
        int podsLeftOut,
        int restarts,
        int nodesUsed,
        List<RevisionRow> revisions,
        List<Event> events,
        @Nullable Autoscaler autoscaler,
        @Nullable DisruptionBudget budget,
        @Nullable PriorityClass priority) {

    private static final int PODS_SHOWN = 200;

    static WorkloadPage of(Workload workload, ClusterModel model) {
        Collection<Pod> pods = model.podsOf(workload.key());
        WorkloadVerdict judged = WorkloadVerdict.of(workload, pods);
        List<NodePods> nodes = NodePods.of(pods, model.nodes(), PODS_SHOWN);
        return new WorkloadPage(
                workload,
                judged,
                verdict(workload, judged, model),
                nodes,
                Math.max(0, pods.size() - PODS_SHOWN),
                WorkloadRow.restarts(pods),
                (int) nodes.stream().filter(node -> !node.node().isEmpty()).count(),
                RevisionRow.of(model.revisions(workload.key()), workload.revision()),
                WorkloadEvents.of(workload, pods, model),
                model.autoscalers().stream()
                        .filter(autoscaler -> scales(autoscaler, workload))
                        .findFirst()
                        .orElse(null),
                model.disruptionBudgets().stream()
                        .filter(budget -> covers(budget, pods))
                        .findFirst()
                        .orElse(null),
                model.priorityClasses().stream()
                        .filter(priority -> priority.name().equals(workload.priorityClass()))
                        .findFirst()
                        .orElse(null));
    }

    /** @return what each pod asks for by its template */
    public Resources requests() {
        return workload.containers().stream()
                .map(Workload.TemplateContainer::requests)
                .reduce(Resources.NONE, Resources::plus);
    }

    private static Verdict verdict(Workload workload, WorkloadVerdict judged, ClusterModel model) {
        Verdict known = new Verdict(
                judged.state().status(), workload.key().name() + " " + judged.predicate() + ".", judged.because());
        return Knowledge.limit(known, model.freshness(), workload.key().kind().token() + "s", "pods");
    }

    private static boolean scales(Autoscaler autoscaler, Workload workload) {
        return autoscaler.namespace().equals(workload.key().namespace())
                && autoscaler.target().equals(workload.key().name())
                && autoscaler.targetKind().equals(workload.key().kind().kind());
    }

    private static boolean covers(DisruptionBudget budget, Collection<Pod> pods) {
        return !budget.matchLabels().isEmpty()
                && pods.stream()
                        .anyMatch(pod -> pod.namespace().equals(budget.namespace())
                                && pod.labels()
                                        .entrySet()
                                        .containsAll(budget.matchLabels().entrySet()));
    }
}

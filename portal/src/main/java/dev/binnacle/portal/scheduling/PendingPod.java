package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.web.Amounts;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod that has no node, and why.
 *
 * @param message the scheduler's own sentence; empty before it said anything
 * @param reasons the same by reason, with the number of nodes
 * @param shortfall for each schedulable node that is short of something, the nearest fit first
 */
record PendingPod(Pod pod, String message, List<SchedulerMessage.Reason> reasons, List<Shortfall> shortfall) {

    private static final int NODES_SHOWN = 12;

    /** How much a node is short of; zero where it has enough of that. */
    record Shortfall(String node, Resources free, Resources shortOf, boolean full) {}

    static PendingPod of(Pod pod, List<NodeLoad> nodes) {
        List<Shortfall> shortfall = nodes.stream()
                .filter(NodeLoad::schedulable)
                .map(load -> shortfall(pod, load))
                .filter(each -> each.full() || !each.shortOf().equals(Resources.NONE))
                .sorted(java.util.Comparator.comparingLong(
                                (Shortfall each) -> each.shortOf().cpuMillis())
                        .thenComparingLong(each -> each.shortOf().memoryBytes())
                        .thenComparing(Shortfall::node))
                .limit(NODES_SHOWN)
                .toList();
        return new PendingPod(
                pod, pod.message(), SchedulerMessage.read(pod.message()).reasons(), shortfall);
    }

    private static Shortfall shortfall(Pod pod, NodeLoad load) {
        Resources free = load.free();
        Resources need = pod.requests();
        return new Shortfall(
                load.node().name(),
                free,
                new Resources(
                        need.cpuMillis() == 0 ? 0 : Math.max(0, need.cpuMillis() - free.cpuMillis()),
                        need.memoryBytes() == 0 ? 0 : Math.max(0, need.memoryBytes() - free.memoryBytes())),
                load.freePods() < 1);
    }

    /** Says what it asks for and what keeps it waiting. */
    public String sentence() {
        String asks = "It asks for " + Amounts.cpu(pod.requests().cpuMillis()) + " and "
                + Amounts.memory(pod.requests().memoryBytes()) + ". ";
        if (reasons.isEmpty()) {
            return asks + (message.isEmpty() ? "The scheduler has not said why it waits." : message);
        }
        List<String> parts = new ArrayList<>();
        reasons.forEach(reason -> parts.add(Amounts.count(reason.nodes(), "node") + ": " + reason.words()));
        return asks + String.join("; ", parts) + ".";
    }
}

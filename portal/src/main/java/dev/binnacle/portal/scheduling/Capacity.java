package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The nodes of a cluster with what is requested on them, and the pods that found no place.
 *
 * @param nodes by zone and name
 * @param pending longest waiting first
 */
record Capacity(List<NodeLoad> nodes, List<Pod> pending, Freshness freshness) {

    static Capacity of(ClusterModel model) {
        List<NodeLoad> nodes = model.nodes().stream()
                .sorted(Comparator.comparing(Node::zone).thenComparing(Node::name))
                .map(node -> NodeLoad.of(node, model.podsOn(node.name())))
                .toList();
        List<Pod> pending = model.pods().stream()
                .filter(pod -> pod.node().isEmpty() && pod.phase() == PodPhase.PENDING && pod.deletedAt() == null)
                .sorted(Comparator.comparing(Pod::createdAt).thenComparing(Pod::name))
                .toList();
        return new Capacity(nodes, pending, model.freshness());
    }

    Verdict verdict() {
        if (!freshness.synced()) {
            return new Verdict(Status.UNKNOWN, "The cluster has not been read yet.", freshness.problem());
        }
        String forbidden = freshness.forbidden().getOrDefault("nodes", "");
        if (nodes.isEmpty()) {
            return new Verdict(
                    Status.UNKNOWN,
                    forbidden.isEmpty() ? "The cluster has no node." : "The nodes are not known.",
                    forbidden);
        }
        return freshness.qualified(known());
    }

    private Verdict known() {
        List<NodeLoad> schedulable =
                nodes.stream().filter(NodeLoad::schedulable).toList();
        long requested = schedulable.stream()
                .mapToLong(node -> node.requested().cpuMillis())
                .sum();
        long allocatable = schedulable.stream()
                .mapToLong(node -> node.node().allocatable().cpuMillis())
                .sum();
        String use = Amounts.cpuNumber(requested) + " of " + Amounts.cpu(allocatable) + " are requested on "
                + Amounts.count(schedulable.size(), "schedulable node") + ".";
        long notReady = nodes.stream().filter(node -> !node.node().ready()).count();
        if (!pending.isEmpty()) {
            String waits = pending.size() == 1 ? " waits for a node; " : " wait for a node; ";
            return new Verdict(
                    Status.WARNING, Amounts.count(pending.size(), "pod") + waits + use, largestPiece(schedulable));
        }
        if (notReady > 0) {
            return new Verdict(
                    Status.WARNING,
                    Amounts.count(notReady, "node") + (notReady == 1 ? " is" : " are") + " not ready; " + use,
                    largestPiece(schedulable));
        }
        return new Verdict(Status.OK, "Every pod has a node; " + use, largestPiece(schedulable));
    }

    private static String largestPiece(List<NodeLoad> schedulable) {
        Optional<NodeLoad> largest = schedulable.stream()
                .max(Comparator.comparingLong(node -> node.free().cpuMillis()));
        return largest.map(node ->
                        "The largest free piece is " + Amounts.cpu(node.free().cpuMillis()) + " with "
                                + Amounts.memory(node.free().memoryBytes()) + ", on "
                                + node.node().name() + ".")
                .orElse("No node takes new pods.");
    }
}

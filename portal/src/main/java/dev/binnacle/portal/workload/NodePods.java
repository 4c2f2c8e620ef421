package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A node with the pods of one workload that it holds.
 *
 * @param node empty for the pods that no node holds yet
 */
record NodePods(String node, String zone, List<PodRow> pods) {

    /** @param limit of the pods altogether */
    static List<NodePods> of(Collection<Pod> pods, Collection<Node> nodes, int limit) {
        Map<String, String> zones =
                nodes.stream().collect(Collectors.toMap(Node::name, Node::zone, (one, other) -> one));
        Map<String, List<PodRow>> byNode = pods.stream()
                .sorted(Comparator.comparing(Pod::node).thenComparing(Pod::name))
                .limit(limit)
                .collect(Collectors.groupingBy(
                        Pod::node, TreeMap::new, Collectors.mapping(PodRow::of, Collectors.toList())));
        return byNode.entrySet().stream()
                .map(entry -> new NodePods(entry.getKey(), zones.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }
}

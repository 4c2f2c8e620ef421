package dev.binnacle.portal.scheduling;

import static java.util.stream.Collectors.toMap;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts pods over nodes and zones as the scheduler does for a topology spread constraint with the default policies:
 * pods that end or are being deleted do not count, cordoned and tainted nodes do. Required node affinity of a pod, which
 * would make domains ineligible, is not considered.
 */
public final class Spreads {

    private final ClusterModel model;
    private final Map<String, Node> nodes;
    private final int zones;

    private Spreads(ClusterModel model) {
        this.model = model;
        this.nodes = model.nodes().stream().collect(toMap(Node::name, node -> node, (one, same) -> one));
        this.zones = (int) nodes.values().stream()
                .map(Node::zone)
                .filter(zone -> !zone.isEmpty())
                .distinct()
                .count();
    }

    /** Reads the nodes once; for many workloads of one page. */
    public static Spreads over(ClusterModel model) {
        return new Spreads(model);
    }

    /** Returns every workload that has a choice of nodes, worst first; DaemonSets have none. */
    List<WorkloadSpread> worstFirst() {
        return model.workloads().stream()
                .filter(workload -> workload.key().kind() != WorkloadKind.DAEMON_SET)
                .map(this::of)
                .sorted(Comparator.comparingInt(WorkloadSpread::score)
                        .thenComparing(spread -> spread.workload().namespace())
                        .thenComparing(spread -> spread.workload().name()))
                .toList();
    }

    /** Counts one workload's pods; O(its pods + nodes). */
    public WorkloadSpread of(Workload workload) {
        List<Pod> placed = model.podsOf(workload.key()).stream()
                .filter(Spreads::counts)
                .filter(pod -> nodes.containsKey(pod.node()))
                .toList();
        return new WorkloadSpread(
                workload.key(), placed.size(), overZones(placed), overNodes(placed), workload.topologySpread());
    }

    private static boolean counts(Pod pod) {
        return !pod.node().isEmpty()
                && pod.deletedAt() == null
                && pod.phase() != PodPhase.SUCCEEDED
                && pod.phase() != PodPhase.FAILED;
    }

    private Spread overNodes(Collection<Pod> placed) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        placed.forEach(pod -> counts.merge(pod.node(), 1, Integer::sum));
        return new Spread(counts, nodes.size());
    }

    /** A node without the label belongs to no zone, and neither do its pods. */
    private Spread overZones(Collection<Pod> placed) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Pod pod : placed) {
            Node node = nodes.get(pod.node());
            if (node != null && !node.zone().isEmpty()) {
                counts.merge(node.zone(), 1, Integer::sum);
            }
        }
        return new Spread(counts, zones);
    }
}

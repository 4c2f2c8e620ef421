package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node as the page draws it: a bar as wide as its allocatable CPU, in it a block for each pod.
 *
 * @param zone its zone where it is the first of that zone on the page; empty otherwise
 * @param free "0.35 CPU free"
 * @param of "7.9 CPU"
 * @param rest memory and number of pods
 */
record NodeView(
        String name,
        String zone,
        Status status,
        String state,
        List<Block> blocks,
        String free,
        String of,
        String rest) {

    /**
     * A pod's block.
     *
     * @param x where it begins, in per cent
     * @param kind the class that colours it: chosen, own (of a DaemonSet), or empty
     */
    record Block(String label, String namespace, String pod, String x, String width, String kind) {}

    static NodeView of(NodeLoad load, boolean firstOfZone, @Nullable WorkloadKey chosen) {
        Node node = load.node();
        Resources free = load.free();
        return new NodeView(
                node.name(),
                firstOfZone ? (node.zone().isEmpty() ? "No zone" : "Zone " + node.zone()) : "",
                status(node),
                state(node),
                blocks(load, chosen),
                Amounts.cpu(free.cpuMillis()) + " free",
                Amounts.cpu(node.allocatable().cpuMillis()),
                Amounts.memory(free.memoryBytes()) + " of "
                        + Amounts.memory(node.allocatable().memoryBytes()) + " free, "
                        + Amounts.count(load.pods().size(), "pod"));
    }

    private static Status status(Node node) {
        return !node.ready() ? Status.CRITICAL : node.cordoned() ? Status.PAUSED : Status.OK;
    }

    private static String state(Node node) {
        return !node.ready() ? "Not ready" : node.cordoned() ? "Cordoned" : "Ready";
    }

    private static List<Block> blocks(NodeLoad load, @Nullable WorkloadKey chosen) {
        long whole = Math.max(
                1,
                Math.max(load.node().allocatable().cpuMillis(), load.requested().cpuMillis()));
        List<Block> blocks = new ArrayList<>();
        long at = 0;
        for (Pod pod : load.pods()) {
            long cpu = pod.requests().cpuMillis();
            if (cpu > 0) {
                blocks.add(new Block(
                        pod.name() + ", " + Amounts.cpu(cpu),
                        pod.namespace(),
                        pod.name(),
                        percent(at, whole),
                        percent(cpu, whole),
                        kind(pod, chosen)));
            }
            at += cpu;
        }
        return blocks;
    }

    private static String kind(Pod pod, @Nullable WorkloadKey chosen) {
        WorkloadKey workload = pod.workload();
        if (workload == null) {
            return "";
        }
        return workload.equals(chosen) ? "chosen" : workload.kind() == WorkloadKind.DAEMON_SET ? "own" : "";
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }
}

package dev.binnacle.portal.cluster;

import dev.binnacle.portal.cluster.Node.Taint;
import java.time.Instant;
import java.util.Map;

/** Keeps the compact record of a node. */
final class NodeProjection implements Projection<Node> {

    @Override
    public Node project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        Item spec = item.at("spec");
        Item status = item.at("status");
        Item allocatable = status.at("allocatable");
        Map<String, String> labels = metadata.texts("labels", interner);
        return new Node(
                interner.same(metadata.text("name")),
                metadata.time("creationTimestamp", Instant.EPOCH),
                labels,
                labels.getOrDefault("topology.kubernetes.io/zone", ""),
                status.entry("conditions", "type", "Ready").text("status").equals("True"),
                spec.flag("unschedulable"),
                Quantities.resources(allocatable, interner),
                (int) Math.min(Integer.MAX_VALUE, Quantities.bytes(allocatable.written("pods"))),
                spec.list("taints").stream()
                        .map(taint -> new Taint(taint.text("key"), taint.text("value"), taint.text("effect")))
                        .toList(),
                Conditions.of(status, interner),
                interner.same(status.at("nodeInfo").text("kubeletVersion")));
    }
}

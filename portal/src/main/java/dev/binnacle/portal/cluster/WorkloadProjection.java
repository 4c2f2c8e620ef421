package dev.binnacle.portal.cluster;

import dev.binnacle.portal.cluster.Workload.TemplateContainer;
import dev.binnacle.portal.cluster.Workload.TopologySpread;
import java.time.Instant;
import java.util.List;

/** Keeps the compact record of a Deployment, StatefulSet or DaemonSet. */
final class WorkloadProjection implements Projection<Workload> {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final WorkloadKind kind;

    WorkloadProjection(WorkloadKind kind) {
        this.kind = kind;
    }

    @Override
    public Workload project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        Item spec = item.at("spec");
        Item status = item.at("status");
        Item template = spec.at("template", "spec");
        boolean daemons = kind == WorkloadKind.DAEMON_SET;
        return new Workload(
                new WorkloadKey(kind, interner.same(metadata.text("namespace")), metadata.text("name")),
                metadata.text("uid"),
                metadata.time("creationTimestamp", Instant.EPOCH),
                metadata.texts("labels", interner),
                spec.at("selector").texts("matchLabels", interner),
                metadata.longNumber("generation"),
                status.longNumber("observedGeneration"),
                daemons ? status.number("desiredNumberScheduled", 0) : spec.number("replicas", 1),
                status.number(daemons ? "currentNumberScheduled" : "replicas", 0),
                status.number(daemons ? "numberReady" : "readyReplicas", 0),
                status.number(daemons ? "updatedNumberScheduled" : "updatedReplicas", 0),
                status.number(daemons ? "numberAvailable" : "availableReplicas", 0),
                spec.flag("paused"),
                revision(metadata),
                kind == WorkloadKind.STATEFUL_SET ? status.text("updateRevision") : "",
                interner.same(spec.at(kind == WorkloadKind.DEPLOYMENT ? "strategy" : "updateStrategy")
                        .text("type", "RollingUpdate")),
                interner.same(template.text("priorityClassName")),
                containers(template, interner),
                Conditions.of(status, interner),
                spread(template, interner));
    }

    private static long revision(Item metadata) {
        String written = metadata.at("annotations").text(REVISION);
        try {
            return written.isEmpty() ? 0 : Long.parseLong(written);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static List<TemplateContainer> containers(Item template, Interner interner) {
        return template.list("containers").stream()
                .map(container -> new TemplateContainer(
                        interner.same(container.text("name")),
                        interner.same(container.text("image")),
                        Quantities.resources(container.at("resources", "requests"), interner),
                        Quantities.resources(container.at("resources", "limits"), interner),
                        interner.same(ProbeWords.of(container.at("livenessProbe"))),
                        interner.same(ProbeWords.of(container.at("readinessProbe"))),
                        interner.same(ProbeWords.of(container.at("startupProbe")))))
                .toList();
    }

    private static List<TopologySpread> spread(Item template, Interner interner) {
        return template.list("topologySpreadConstraints").stream()
                .map(constraint -> interner.same(new TopologySpread(
                        constraint.text("topologyKey"),
                        constraint.number("maxSkew", 1),
                        constraint.text("whenUnsatisfiable", "DoNotSchedule"))))
                .toList();
    }
}

package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the compact record of a pod. */
final class PodProjection implements Projection<Pod> {

    private static final Set<String> PHASES =
            Stream.of(PodPhase.values()).map(PodPhase::name).collect(Collectors.toUnmodifiableSet());

    private final Owners owners;

    PodProjection(Owners owners) {
        this.owners = owners;
    }

    @Override
    public Pod project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        Item spec = item.at("spec");
        Item status = item.at("status");
        Item scheduled = status.entry("conditions", "type", "PodScheduled");
        boolean unscheduled = scheduled.text("status").equals("False");
        Item why = status.has("reason") || !unscheduled ? status : scheduled;
        Map<String, String> labels = metadata.texts("labels", interner);
        WorkloadKey workload = owners.workloadOf(metadata, labels);
        return new Pod(
                interner.same(metadata.text("namespace")),
                metadata.text("name"),
                metadata.text("uid"),
                metadata.time("creationTimestamp", Instant.EPOCH),
                labels,
                workload == null ? null : interner.same(workload),
                revision(labels),
                interner.same(spec.text("nodeName")),
                status.text("podIP"),
                phase(status.text("phase")),
                status.entry("conditions", "type", "Ready").text("status").equals("True"),
                interner.same(PodRequests.of(spec)),
                spec.number("priority", 0),
                interner.same(spec.text("priorityClassName")),
                interner.same(why.text("reason")),
                interner.same(why.text("message")),
                Containers.of(spec, status, interner),
                instant(status.time("startTime"), interner),
                metadata.time("deletionTimestamp"));
    }

    private static @Nullable Instant instant(@Nullable Instant time, Interner interner) {
        return time == null ? null : interner.same(time);
    }

    private static String revision(Map<String, String> labels) {
        String template = labels.get("pod-template-hash");
        return template == null ? labels.getOrDefault("controller-revision-hash", "") : template;
    }

    private static PodPhase phase(String written) {
        String name = written.toUpperCase(Locale.ROOT);
        return PHASES.contains(name) ? PodPhase.valueOf(name) : PodPhase.UNKNOWN;
    }
}

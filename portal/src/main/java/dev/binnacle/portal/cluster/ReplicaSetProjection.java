package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps a Deployment's ReplicaSet as the revision that it stands for. */
final class ReplicaSetProjection implements Projection<Revision> {

    @Override
    public @Nullable Revision project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        WorkloadKey workload = Owners.direct(Owners.controller(metadata), metadata.text("namespace"));
        if (workload == null) {
            return null;
        }
        Item annotations = metadata.at("annotations");
        Map<String, String> labels = metadata.texts("labels", interner);
        return new Revision(
                interner.same(workload),
                number(annotations.text("deployment.kubernetes.io/revision")),
                metadata.text("name"),
                interner.same(labels.getOrDefault("pod-template-hash", "")),
                metadata.time("creationTimestamp", Instant.EPOCH),
                images(item.at("spec", "template", "spec"), interner),
                item.at("status").number("replicas", 0),
                interner.same(annotations.text("kubernetes.io/change-cause")));
    }

    static List<String> images(Item template, Interner interner) {
        return interner.same(List.copyOf(template.list("containers").stream()
                .map(container -> interner.same(container.text("image")))
                .toList()));
    }

    private static long number(String written) {
        try {
            return written.isEmpty() ? 0 : Long.parseLong(written);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}

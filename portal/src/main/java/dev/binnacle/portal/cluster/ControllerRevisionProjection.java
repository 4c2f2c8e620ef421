package dev.binnacle.portal.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the revision of a StatefulSet or DaemonSet; the model counts its pods. */
final class ControllerRevisionProjection implements Projection<Revision> {

    @Override
    public @Nullable Revision project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        WorkloadKey workload = Owners.direct(Owners.controller(metadata), metadata.text("namespace"));
        if (workload == null) {
            return null;
        }
        String name = metadata.text("name");
        return new Revision(
                interner.same(workload),
                item.longNumber("revision"),
                name,
                workload.kind() == WorkloadKind.DAEMON_SET
                        ? interner.same(metadata.at("labels").text("controller-revision-hash"))
                        : name,
                metadata.time("creationTimestamp", Instant.EPOCH),
                ReplicaSetProjection.images(item.at("data", "spec", "template", "spec"), interner),
                0,
                interner.same(metadata.at("annotations").text("kubernetes.io/change-cause")));
    }
}

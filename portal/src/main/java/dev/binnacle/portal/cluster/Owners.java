package dev.binnacle.portal.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the workload behind a pod or a revision through its controlling owner. */
final class Owners {

    private final Store<Revision> replicaSets;

    Owners(Store<Revision> replicaSets) {
        this.replicaSets = replicaSets;
    }

    /**
     * A ReplicaSet that is not known, or not yet, is taken by its name: the Deployment controller calls it after the
     * Deployment and the hash that its pods carry.
     */
    @Nullable
    WorkloadKey workloadOf(Item metadata, Map<String, String> labels) {
        Item owner = controller(metadata);
        String namespace = metadata.text("namespace");
        String name = owner.text("name");
        if (!owner.text("kind").equals("ReplicaSet")) {
            return direct(owner, namespace);
        }
        Revision replicaSet = replicaSets.get(new ObjectKey(namespace, name));
        if (replicaSet != null) {
            return replicaSet.workload();
        }
        String hash = labels.get("pod-template-hash");
        return hash != null && name.endsWith("-" + hash)
                ? new WorkloadKey(
                        WorkloadKind.DEPLOYMENT, namespace, name.substring(0, name.length() - hash.length() - 1))
                : null;
    }

    /** @return the workload that owns the object itself; null where none does */
    static @Nullable WorkloadKey direct(Item owner, String namespace) {
        for (WorkloadKind kind : WorkloadKind.values()) {
            if (kind.kind().equals(owner.text("kind"))
                    && owner.text("apiVersion").startsWith("apps/")) {
                return new WorkloadKey(kind, namespace, owner.text("name"));
            }
        }
        return null;
    }

    static Item controller(Item metadata) {
        for (Item owner : metadata.list("ownerReferences")) {
            if (owner.flag("controller")) {
                return owner;
            }
        }
        return metadata.at("ownerReferences", "none");
    }
}

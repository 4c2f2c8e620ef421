package dev.binnacle.portal.cluster;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of workload that Binnacle shows. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet");

    private final String kind;

    WorkloadKind(String kind) {
        this.kind = kind;
    }

    /** @return the kind that Kubernetes spells so; empty where Binnacle does not show it */
    public static Optional<WorkloadKind> of(String kind) {
        return Arrays.stream(values()).filter(each -> each.kind.equals(kind)).findFirst();
    }

    /** @return the kind as Kubernetes spells it */
    public String kind() {
        return kind;
    }

    /** @return the kind in an address: "deployment" */
    public String token() {
        return kind.toLowerCase(java.util.Locale.ROOT);
    }
}

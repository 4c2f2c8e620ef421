package dev.binnacle.portal.environment;

import dev.binnacle.portal.web.Status;
import java.util.List;

/** What a connection test found. */
record TestedConnections(List<TestedSystem> systems, List<ClusterCheck.Permission> permissions) {

    TestedConnections {
        systems = List.copyOf(systems);
        permissions = List.copyOf(permissions);
    }

    public List<ClusterCheck.Permission> missing() {
        return permissions.stream().filter(permission -> !permission.allowed()).toList();
    }

    /** Returns the sentence above the table: how many of the systems answer. */
    public String sentence() {
        long answering = systems.stream()
                .filter(system -> system.status() != Status.CRITICAL)
                .count();
        return answering == systems.size()
                ? "All " + answering + " answer."
                : answering + " of " + systems.size() + " answer.";
    }

    /** Returns the sentence above the permissions; empty where the cluster could not be asked. */
    public String permissionSentence() {
        if (permissions.isEmpty()) {
            return "";
        }
        long features = missing().stream()
                .map(ClusterCheck.Permission::feature)
                .distinct()
                .count();
        int granted = permissions.size() - missing().size();
        return granted + " of " + permissions.size() + " permissions are granted"
                + (features == 0
                        ? ": everything works."
                        : ": " + features + (features == 1 ? " feature stops." : " features stop."));
    }
}

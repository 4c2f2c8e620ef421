package dev.binnacle.portal.workload;

import java.util.Locale;

/**
 * Which workloads a reader wants to see, as the address says it.
 *
 * @param name part of the name, of an image or of a label ("team=shop")
 * @param sort "state", "name", "ready", "changed", "restarts" or "nodes"
 * @param order "ascending" or "descending"
 */
record WorkloadQuery(String name, String namespace, String kind, String state, String sort, String order, int page) {

    WorkloadQuery {
        name = name.strip().toLowerCase(Locale.ROOT);
    }

    public boolean descending() {
        return order.equals("descending");
    }

    public boolean filters() {
        return !name.isEmpty() || !namespace.isEmpty() || !kind.isEmpty() || !state.isEmpty();
    }

    boolean matches(WorkloadRow row) {
        return (namespace.isEmpty() || row.key().namespace().equals(namespace))
                && (kind.isEmpty() || row.key().kind().token().equals(kind))
                && (state.isEmpty() || row.state().token().equals(state))
                && (name.isEmpty() || row.mentions(name));
    }
}

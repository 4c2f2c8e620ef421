package dev.binnacle.portal.cluster;

import java.util.List;

/**
 * A permission that a feature needs.
 *
 * @param resource the plural, with its subresource after a slash: "pods/log"
 * @param feature what stops without it, in words
 */
record NeededPermission(List<String> verbs, String group, String resource, boolean namespaced, String feature) {

    private static final List<String> FOLLOW = List.of("list", "watch");
    private static final List<String> CHANGE = List.of("patch");
    private static final List<String> CREATE = List.of("create");
    private static final String WORKLOADS = "Workloads and pods";
    private static final String SCHEDULING = "Scheduling";
    private static final String CHANGES = "Redeploy, roll back, scale and pause";
    private static final String ECHO = "Deploy of the echo service";

    static final List<NeededPermission> ALL = List.of(
            new NeededPermission(FOLLOW, "", "pods", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "deployments", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "statefulsets", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "daemonsets", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "replicasets", true, "Revisions and roll back"),
            new NeededPermission(FOLLOW, "apps", "controllerrevisions", true, "Revisions and roll back"),
            new NeededPermission(FOLLOW, "", "events", true, "Events, and why a pod waits"),
            new NeededPermission(List.of("get"), "", "pods/log", true, "Live pod logs"),
            new NeededPermission(FOLLOW, "", "nodes", false, SCHEDULING),
            new NeededPermission(FOLLOW, "scheduling.k8s.io", "priorityclasses", false, SCHEDULING),
            new NeededPermission(FOLLOW, "policy", "poddisruptionbudgets", true, SCHEDULING),
            new NeededPermission(FOLLOW, "autoscaling", "horizontalpodautoscalers", true, "Autoscalers"),
            new NeededPermission(CHANGE, "apps", "deployments", true, CHANGES),
            new NeededPermission(CHANGE, "apps", "statefulsets", true, CHANGES),
            new NeededPermission(CHANGE, "apps", "daemonsets", true, CHANGES),
            new NeededPermission(CREATE, "apps", "deployments", true, ECHO),
            new NeededPermission(CREATE, "", "services", true, ECHO),
            new NeededPermission(CREATE, "policy", "poddisruptionbudgets", true, ECHO),
            new NeededPermission(CREATE, "autoscaling", "horizontalpodautoscalers", true, ECHO));

    /** @param namespaces where it is missing or asked for; empty for everywhere */
    String words(List<String> namespaces) {
        String what = String.join(" and ", verbs) + " " + resource;
        if (!namespaced) {
            return what;
        }
        return what + " in " + (namespaces.isEmpty() ? "every namespace" : String.join(", ", namespaces));
    }
}

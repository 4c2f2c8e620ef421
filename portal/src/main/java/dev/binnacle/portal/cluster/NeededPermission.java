package dev.binnacle.portal.cluster;

import java.util.List;

/**
 * A permission that a feature needs.
 *
 * @param resource the plural, with its subresource after a slash: "pods/log"
 * @param feature what stops without it, in words
 */
record NeededPermission(List<String> verbs, String group, String resource, boolean namespaced, String feature) {

    private static final List<String> READ = List.of("get");
    private static final List<String> FOLLOW = List.of("list", "watch");
    private static final List<String> LOOK_UP = List.of("get", "list", "watch");
    private static final List<String> CHANGE = List.of("get", "patch");
    /** Server-side apply of an object that does not exist needs both of the latter. */
    private static final List<String> APPLY = List.of("get", "create", "patch");

    private static final String WORKLOADS = "Workloads and pods";
    private static final String REVISIONS = "Revisions and roll back";
    private static final String SCHEDULING = "Scheduling";
    private static final String CHANGES = "Redeploy, roll back, scale and pause";
    private static final String ECHO = "Deploy of the echo service";

    static final List<NeededPermission> ALL = List.of(
            new NeededPermission(FOLLOW, "", "pods", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "deployments", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "statefulsets", true, WORKLOADS),
            new NeededPermission(FOLLOW, "apps", "daemonsets", true, WORKLOADS),
            new NeededPermission(LOOK_UP, "apps", "replicasets", true, REVISIONS),
            new NeededPermission(LOOK_UP, "apps", "controllerrevisions", true, REVISIONS),
            new NeededPermission(FOLLOW, "", "events", true, "Events, and why a pod waits"),
            new NeededPermission(READ, "", "pods/log", true, "Live pod logs"),
            new NeededPermission(READ, "", "pods/proxy", true, "Pipeline probe"),
            new NeededPermission(FOLLOW, "", "nodes", false, SCHEDULING),
            new NeededPermission(FOLLOW, "scheduling.k8s.io", "priorityclasses", false, SCHEDULING),
            new NeededPermission(FOLLOW, "policy", "poddisruptionbudgets", true, SCHEDULING),
            new NeededPermission(FOLLOW, "autoscaling", "horizontalpodautoscalers", true, "Autoscalers"),
            new NeededPermission(CHANGE, "apps", "deployments", true, CHANGES),
            new NeededPermission(CHANGE, "apps", "statefulsets", true, CHANGES),
            new NeededPermission(CHANGE, "apps", "daemonsets", true, CHANGES),
            new NeededPermission(READ, "", "namespaces", false, ECHO),
            new NeededPermission(APPLY, "", "serviceaccounts", true, ECHO),
            new NeededPermission(APPLY, "", "services", true, ECHO),
            new NeededPermission(APPLY, "policy", "poddisruptionbudgets", true, ECHO),
            new NeededPermission(APPLY, "autoscaling", "horizontalpodautoscalers", true, ECHO),
            new NeededPermission(APPLY, "apps", "deployments", true, ECHO));

    /** @param namespaces where it is missing or asked for; empty for everywhere */
    String words(List<String> namespaces) {
        String last = verbs.getLast();
        List<String> before = verbs.subList(0, verbs.size() - 1);
        String what = (before.isEmpty() ? "" : String.join(", ", before) + " and ") + last + " " + resource;
        if (!namespaced) {
            return what;
        }
        return what + " in " + (namespaces.isEmpty() ? "every namespace" : String.join(", ", namespaces));
    }
}

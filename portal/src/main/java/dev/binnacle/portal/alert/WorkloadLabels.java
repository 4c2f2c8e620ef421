package dev.binnacle.portal.alert;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which alerts are about a workload: those of its namespace that name it by its kind, as kube-state-metrics does, by
 * one of the usual aliases, or that name a pod as its controller names pods.
 */
final class WorkloadLabels {

    private static final List<String> KINDS = List.of("deployment", "statefulset", "daemonset");
    /** Where metrics of an application or of its autoscaler become an alert, these usually bear the workload's name. */
    private static final List<String> ALIASES = List.of("app", "horizontalpodautoscaler");

    private static final String GENERATED = "[bcdfghjklmnpqrstvwxz2456789]";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

    private final String namespace;
    private final String kind;
    private final String name;
    private final Pattern pod;

    WorkloadLabels(String namespace, String kind, String name) {
        this.namespace = namespace;
        this.kind = kind.toLowerCase(Locale.ROOT);
        this.name = name;
        this.pod = Pattern.compile(Pattern.quote(name)
                + switch (this.kind) {
                    case "statefulset" -> "-[0-9]+";
                    case "daemonset" -> "-" + GENERATED + "{5}";
                    default -> "-" + GENERATED + "{1,10}-" + GENERATED + "{5}";
                });
    }

    boolean match(Alert alert) {
        return match(alert.labels());
    }

    boolean match(Map<String, String> labels) {
        return labels.getOrDefault("namespace", "").equals(namespace)
                && (labels.getOrDefault(kind, "").equals(name)
                        || ALIASES.stream()
                                .anyMatch(
                                        label -> labels.getOrDefault(label, "").equals(name))
                        || (labels.getOrDefault("workload", "").equals(name)
                                && ofKind(labels.getOrDefault("workload_type", "")))
                        || pod.matcher(labels.getOrDefault("pod", "")).matches());
    }

    private boolean ofKind(String type) {
        return type.isEmpty() || type.equalsIgnoreCase(kind);
    }

    static Optional<Alert.Page> page(Alert alert) {
        String namespace = alert.label("namespace");
        return kind(alert)
                .map(kind -> new Alert.Page(
                        "Workload " + alert.label(kind),
                        "workloads/" + namespace + "/" + kind + "/" + alert.label(kind)))
                .or(() -> pod(alert).map(pod -> new Alert.Page("Pod " + pod, "pods/" + namespace + "/" + pod)));
    }

    static Optional<String> lines(Alert alert) {
        String namespace = alert.label("namespace");
        String began = alert.startsAt().toString();
        return kind(alert)
                .map(kind -> "logs?workload=" + kind + "/" + namespace + "/" + alert.label(kind))
                .or(() -> pod(alert)
                        .map(pod -> "logs?query=kubernetes.namespace_name%3A" + namespace
                                + "%20and%20kubernetes.pod_name%3A" + pod))
                .map(lines -> lines + "&from=" + began + "%7C%7C-15m&to=" + began + "%7C%7C%2B1h");
    }

    private static Optional<String> kind(Alert alert) {
        return KINDS.stream()
                .filter(kind -> segment(alert.label("namespace")) && segment(alert.label(kind)))
                .findFirst();
    }

    private static Optional<String> pod(Alert alert) {
        return Optional.of(alert.label("pod")).filter(pod -> segment(alert.label("namespace")) && segment(pod));
    }

    /** Labels are written by anybody: only what can be a name in Kubernetes becomes part of an address. */
    private static boolean segment(String name) {
        return name.length() <= 253 && NAME.matcher(name).matches();
    }
}

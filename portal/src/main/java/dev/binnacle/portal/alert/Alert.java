package dev.binnacle.portal.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert of an environment. Its labels and annotations are written by whoever wrote the rule: show them as text only.
 *
 * @param fingerprint Alertmanager's identity of the label set
 * @param generator the address of the rule's expression; empty where there is none
 * @param silencedBy ids of silences
 * @param inhibitedBy fingerprints of alerts
 */
public record Alert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        String generator,
        AlertState state,
        List<String> silencedBy,
        List<String> inhibitedBy) {

    public Alert {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        silencedBy = List.copyOf(silencedBy);
        inhibitedBy = List.copyOf(inhibitedBy);
    }

    public String label(String name) {
        return labels.getOrDefault(name, "");
    }

    public String name() {
        return label("alertname");
    }

    public Severity severity() {
        return Severity.of(label("severity"));
    }

    /** @return the page of the workload or pod that its labels name */
    public Optional<Page> page() {
        return WorkloadLabels.page(this);
    }

    /** @return the path, below the environment's, of the log lines of the workload or pod that its labels name */
    public Optional<String> lines() {
        return WorkloadLabels.lines(this);
    }

    /**
     * A page of the portal.
     *
     * @param path below the environment's
     */
    public record Page(String label, String path) {}
}

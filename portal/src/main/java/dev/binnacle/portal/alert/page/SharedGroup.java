package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.AlertGroup;
import dev.binnacle.portal.web.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A group with those of its alerts that are shown, the worst first, and what all of them share. */
final class SharedGroup {

    /** The worst first, and among those the newest. */
    private static final Comparator<Alert> WORST = Comparator.comparing(
                    (Alert alert) -> !alert.state().loud())
            .thenComparing(Alert::severity)
            .thenComparing(Alert::startsAt, Comparator.reverseOrder())
            .thenComparing(Alert::fingerprint);

    static final Comparator<SharedGroup> WORST_FIRST = Comparator.comparing(SharedGroup::worst, WORST);

    private final Map<String, String> groupLabels;
    private final List<Alert> alerts;
    private final TreeSet<String> receivers = new TreeSet<>();

    private SharedGroup(Map<String, String> groupLabels, List<Alert> alerts) {
        this.groupLabels = groupLabels;
        this.alerts = alerts;
    }

    /** @return the groups that have alerts to show; one that goes to several receivers is there once */
    static List<SharedGroup> of(List<AlertGroup> groups, View view) {
        Map<Object, SharedGroup> found = new LinkedHashMap<>();
        for (AlertGroup group : groups) {
            List<Alert> shown =
                    group.alerts().stream().filter(view::shows).sorted(WORST).toList();
            if (!shown.isEmpty()) {
                List<String> identity = shown.stream().map(Alert::fingerprint).toList();
                found.computeIfAbsent(
                                Map.entry(group.labels(), identity), same -> new SharedGroup(group.labels(), shown))
                        .told(group.receiver());
            }
        }
        return found.values().stream().sorted(WORST_FIRST).toList();
    }

    /** @return the first of the groups with as many alerts as that, the last of them with fewer than it has */
    static List<SharedGroup> first(List<SharedGroup> groups, int alerts) {
        List<SharedGroup> first = new ArrayList<>();
        int left = alerts;
        for (SharedGroup group : groups) {
            if (left > 0) {
                SharedGroup part = new SharedGroup(
                        group.groupLabels, group.alerts.subList(0, Math.min(left, group.alerts.size())));
                part.receivers.addAll(group.receivers);
                first.add(part);
                left -= part.alerts.size();
            }
        }
        return first;
    }

    private void told(String receiver) {
        if (!receiver.isEmpty()) {
            receivers.add(receiver);
        }
    }

    List<Alert> alerts() {
        return alerts;
    }

    Alert worst() {
        return alerts.getFirst();
    }

    boolean loud() {
        return worst().state().loud();
    }

    Status status() {
        return loud() ? worst().severity().status() : Status.SILENCED;
    }

    Map<String, String> groupLabels() {
        return groupLabels;
    }

    String receivers() {
        return receivers.isEmpty() ? "" : "to " + String.join(", ", receivers);
    }

    String key() {
        return "%08x%08x".formatted(groupLabels.hashCode(), receivers.hashCode());
    }

    /** @return labels that every alert of the group has with the same value */
    SortedMap<String, String> shared() {
        SortedMap<String, String> shared = new TreeMap<>(worst().labels());
        alerts.forEach(alert -> shared.entrySet().retainAll(alert.labels().entrySet()));
        return shared;
    }
}

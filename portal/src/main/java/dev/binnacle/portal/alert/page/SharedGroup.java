package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.AlertGroup;
import dev.binnacle.portal.web.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A group with those of its alerts that are shown, in their order, and what all of them share. */
final class SharedGroup {

    private final Map<String, String> groupLabels;
    private final List<Alert> alerts;
    private final TreeSet<String> receivers = new TreeSet<>();

    private SharedGroup(Map<String, String> groupLabels, List<Alert> alerts) {
        this.groupLabels = groupLabels;
        this.alerts = alerts;
    }

    /** @return the groups that have alerts to show; one that goes to several receivers is there once */
    static List<SharedGroup> of(List<AlertGroup> groups, View view) {
        Comparator<Alert> order = view.arrangement().sort().order();
        Map<Object, SharedGroup> found = new LinkedHashMap<>();
        for (AlertGroup group : view.arrangement().by().isEmpty() ? groups : regrouped(groups, view)) {
            List<Alert> shown =
                    group.alerts().stream().filter(view::shows).sorted(order).toList();
            if (!shown.isEmpty()) {
                List<String> identity = shown.stream().map(Alert::fingerprint).toList();
                found.computeIfAbsent(
                                Map.entry(group.labels(), identity), same -> new SharedGroup(group.labels(), shown))
                        .told(group.receiver());
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(SharedGroup::first, order))
                .toList();
    }

    /** Each alert once, with those that have the same values; a label that is missing is as one that is empty. */
    private static List<AlertGroup> regrouped(List<AlertGroup> groups, View view) {
        Map<Map<String, String>, Set<Alert>> found = new LinkedHashMap<>();
        for (AlertGroup group : groups) {
            for (Alert alert : group.alerts()) {
                Map<String, String> values = new TreeMap<>();
                view.arrangement().by().forEach(label -> values.put(label, alert.label(label)));
                found.computeIfAbsent(values, _ -> new LinkedHashSet<>()).add(alert);
            }
        }
        return found.entrySet().stream()
                .map(group -> new AlertGroup("", group.getKey(), List.copyOf(group.getValue())))
                .toList();
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

    Alert first() {
        return alerts.getFirst();
    }

    boolean loud() {
        return first().state().loud();
    }

    Status status() {
        return alerts.stream()
                .filter(alert -> alert.state().loud())
                .map(alert -> alert.severity().status())
                .reduce(Status::worse)
                .orElse(Status.SILENCED);
    }

    Map<String, String> groupLabels() {
        return groupLabels;
    }

    String receivers() {
        return receivers.isEmpty() ? "" : Text.line("to " + String.join(", ", receivers));
    }

    String key() {
        return "%08x%08x".formatted(groupLabels.hashCode(), receivers.hashCode());
    }

    /** @return what every alert of the group has alike */
    Shared shared() {
        return Shared.by(alerts);
    }
}

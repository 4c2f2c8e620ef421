package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one of what several Alertmanagers say: each group once, each alert once, as loud as the loudest has it. */
final class Merging {

    private final String deadMansSwitch;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<Key, Map<String, Alert>> groups = new LinkedHashMap<>();

    /** @param deadMansSwitch the name of the alert to leave out */
    Merging(String deadMansSwitch) {
        this.deadMansSwitch = deadMansSwitch;
    }

    void add(Reading reading) {
        reading.groups().stream().map(group -> group.group(deadMansSwitch)).forEach(this::add);
    }

    void add(AlertGroup group) {
        for (Alert alert : group.alerts()) {
            alerts.merge(alert.fingerprint(), alert, Merging::louder);
            groups.computeIfAbsent(new Key(group.receiver(), group.labels()), key -> new LinkedHashMap<>())
                    .put(alert.fingerprint(), alert);
        }
    }

    List<Alert> alerts() {
        return new ArrayList<>(alerts.values());
    }

    List<AlertGroup> groups() {
        return groups.entrySet().stream()
                .map(group -> new AlertGroup(
                        group.getKey().receiver(),
                        group.getKey().labels(),
                        group.getValue().keySet().stream().map(alerts::get).toList()))
                .toList();
    }

    private static Alert louder(Alert one, Alert other) {
        return one.state().compareTo(other.state()) <= 0 ? one : other;
    }

    private record Key(String receiver, Map<String, String> labels) {}
}

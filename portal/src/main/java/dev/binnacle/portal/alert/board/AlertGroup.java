package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.Alert;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts that Alertmanager tells one receiver of together, with the labels by which it groups them. */
public record AlertGroup(String receiver, Map<String, String> labels, List<Alert> alerts) {

    public AlertGroup {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        alerts = List.copyOf(alerts);
    }
}

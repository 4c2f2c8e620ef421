package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What all alerts of a group have alike, which is shown once. */
record Shared(SortedMap<String, String> labels, SortedMap<String, String> annotations) {

    static final Shared NOTHING = new Shared(new TreeMap<>(), new TreeMap<>());

    /** @param alerts one at least; of a single one the annotations stay with it */
    static Shared by(List<Alert> alerts) {
        return new Shared(
                common(alerts, Alert::labels),
                alerts.size() == 1 ? new TreeMap<>() : common(alerts, Alert::annotations));
    }

    private static SortedMap<String, String> common(List<Alert> alerts, Function<Alert, Map<String, String>> texts) {
        SortedMap<String, String> common = new TreeMap<>(texts.apply(alerts.getFirst()));
        alerts.forEach(alert -> common.entrySet().retainAll(texts.apply(alert).entrySet()));
        return common;
    }
}

package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Alert;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a firing alert is muted.
 *
 * @param kind "silenced" or "inhibited"
 * @param by ids of silences, or fingerprints of alerts
 */
record Muting(Firing.Key firing, String kind, String by) {

    static Stream<Muting> of(Alert alert) {
        Firing.Key key = Firing.Key.of(alert);
        return Stream.of(of(key, "silenced", alert.silencedBy()), of(key, "inhibited", alert.inhibitedBy()))
                .filter(muting -> !muting.by.isEmpty());
    }

    private static Muting of(Firing.Key key, String kind, List<String> by) {
        return new Muting(key, kind, String.join(" ", by.stream().sorted().toList()));
    }
}

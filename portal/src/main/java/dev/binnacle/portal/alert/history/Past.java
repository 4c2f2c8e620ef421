package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of the history, from when it began to fire until it stopped.
 *
 * @param endsAt null while it fires
 * @param endsAfter where its end was not seen: when it was last seen firing, {@code endsAt} being when it was first seen
 *     not to; null where it was
 * @param mutings in the order in which they began
 * @param acknowledgedBy who acknowledged it first; null where nobody did
 * @param acknowledgedAt null where nobody did
 */
public record Past(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant endsAfter,
        List<Muted> mutings,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    public Past {
        mutings = List.copyOf(mutings);
    }

    /** @return it as it was while it fired */
    public Alert alert() {
        return new Alert(fingerprint, labels, annotations, startsAt, "", AlertState.FIRING, List.of(), List.of());
    }

    /**
     * That it was muted for a while.
     *
     * @param kind "silenced" or "inhibited"
     * @param by ids of silences, or fingerprints of alerts
     * @param until null where it still is
     */
    public record Muted(
            String kind,
            List<String> by,
            Instant from,
            @Nullable Instant until) {}
}

package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.board.BoardRead;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What fires and what is muted at a time.
 *
 * @param at before which it was so
 * @param whole whether all Alertmanagers were heard
 */
record Reading(Instant at, boolean whole, Map<Firing.Key, Alert> firings, Set<Muting> mutings) {

    /** @param taken which beginnings belong to the history */
    static Reading of(BoardRead read, Predicate<Instant> taken) {
        List<Alert> alerts = read.board().alerts().stream()
                .filter(alert -> alert.state() != AlertState.PENDING)
                .filter(alert -> taken.test(alert.startsAt()))
                .toList();
        Map<Firing.Key, Alert> firings = new LinkedHashMap<>();
        alerts.forEach(alert -> firings.put(Firing.Key.of(alert), alert));
        return new Reading(
                read.begun(),
                read.board().staleSince() == null,
                firings,
                alerts.stream().flatMap(Muting::of).collect(Collectors.toSet()));
    }

    Gist gist() {
        return new Gist(at, whole, Set.copyOf(firings.keySet()), mutings);
    }

    /** What tells a reading from the one before. */
    record Gist(Instant at, boolean whole, Set<Firing.Key> firings, Set<Muting> mutings) {

        /** @return whether it says the same, no longer after it than this */
        boolean repeats(Gist before, Duration longest) {
            return whole == before.whole
                    && at.isBefore(before.at.plus(longest))
                    && firings.equals(before.firings)
                    && mutings.equals(before.mutings);
        }
    }
}

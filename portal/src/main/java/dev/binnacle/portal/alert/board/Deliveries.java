package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.board.Condition.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one Alertmanager could not deliver, told from how its counters rise. */
final class Deliveries {

    /** How long a failure is told of after the last one: twice the usual interval between notifications of a group. */
    private static final Duration TOLD = Duration.ofMinutes(10);

    private Map<String, Long> counters = Map.of();
    private boolean begun;
    private final Map<String, Undelivered> undelivered = new TreeMap<>();

    /** Counters that fall begin anew: their Alertmanager was restarted. */
    void counted(Map<String, Long> now, Instant at) {
        if (begun) {
            now.forEach((integration, count) -> {
                long before = counters.getOrDefault(integration, 0L);
                long more = count < before ? count : count - before;
                if (more > 0) {
                    undelivered.merge(
                            integration,
                            new Undelivered(integration, more, at, at),
                            (known, added) -> new Undelivered(
                                    integration, known.count() + added.count(), known.since(), added.last()));
                }
            });
        }
        begun = true;
        counters = now;
        undelivered.values().removeIf(each -> each.last().plus(TOLD).isBefore(at));
    }

    List<Undelivered> undelivered() {
        return List.copyOf(undelivered.values());
    }
}

package dev.binnacle.portal.log;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import java.util.HashMap;
import java.util.Map;

/** The exports that are being written: a few at once, and fewer of one account, so that nobody takes every place. */
final class ExportPlaces {

    private static final int AT_ONCE = 4;
    private static final int OF_ONE = 2;

    private final Map<String, Integer> writing = new HashMap<>();

    /**
     * @throws Conflict where the account writes as many as it may
     * @throws Unavailable where all together do
     */
    synchronized void enter(String account) {
        if (writing.getOrDefault(account, 0) == OF_ONE) {
            throw new Conflict("You write %d exports already. Wait for one of them, or cancel it.".formatted(OF_ONE));
        }
        if (writing.values().stream().mapToInt(Integer::intValue).sum() == AT_ONCE) {
            throw new Unavailable(
                    "Export", "The portal writes %d exports already. Try again in a moment.".formatted(AT_ONCE), null);
        }
        writing.merge(account, 1, Integer::sum);
    }

    synchronized void leave(String account) {
        writing.computeIfPresent(account, (_, own) -> own == 1 ? null : own - 1);
    }
}

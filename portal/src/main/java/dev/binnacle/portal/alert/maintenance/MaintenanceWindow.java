package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;

/**
 * Mutes the same alerts again and again.
 *
 * @param comment why; never empty
 * @param account who made it or changed it last, and so the author of its silences
 * @param version counts its changes, so that none is lost
 */
public record MaintenanceWindow(
        long id, Matchers matchers, Recurrence recurrence, String comment, String account, int version) {

    /** @return what mutes for an occurrence on a cluster; its comment is like no other one's */
    Silence silence(Occurrence occurrence, String cluster, Instant now) {
        boolean ahead = occurrence.startsAt().isAfter(now);
        return new Silence(
                "",
                cluster,
                matchers,
                ahead ? occurrence.startsAt() : now,
                occurrence.endsAt(),
                account,
                comment + " (maintenance window " + id + " of " + occurrence.startsAt() + ")",
                ahead);
    }
}

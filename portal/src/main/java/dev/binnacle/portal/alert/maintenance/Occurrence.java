package dev.binnacle.portal.alert.maintenance;

import java.time.Instant;

/** One time at which a maintenance window mutes. */
public record Occurrence(Instant startsAt, Instant endsAt) {

    public boolean running(Instant now) {
        return !startsAt.isAfter(now) && endsAt.isAfter(now);
    }
}

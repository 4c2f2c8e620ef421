package dev.binnacle.portal.alert.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that must always fire, so that its absence shows that alerts do not arrive.
 *
 * @param lastArrived when Alertmanager last heard of it; null where it never did since the portal watches
 * @param watchedSince since when the portal would have seen it
 */
public record DeadMansSwitch(
        String alert,
        @Nullable Instant lastArrived,
        @Nullable Instant watchedSince) {

    static final DeadMansSwitch NOT_EXPECTED = new DeadMansSwitch("", null, null);

    /** @param late how long it may stay away */
    public boolean missing(Instant now, Duration late) {
        Instant since = lastArrived == null ? watchedSince : lastArrived;
        return since != null && since.plus(late).isBefore(now);
    }
}

package dev.binnacle.portal.alert.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far an Alertmanager that answers can be relied on.
 *
 * @param outdated whether it runs with an older configuration because it could not load the newest
 * @param undelivered what it could not tell lately
 * @param ahead how far its clock is ahead of the portal's, in steps of {@link #STEP}
 */
public record Condition(boolean outdated, List<Undelivered> undelivered, Duration ahead) {

    /** Less may be the network's doing. */
    static final Duration STEP = Duration.ofSeconds(10);

    public static final Condition SOUND = new Condition(false, List.of(), Duration.ZERO);

    public Condition {
        undelivered = List.copyOf(undelivered);
        ahead = STEP.multipliedBy(ahead.dividedBy(STEP));
    }

    /**
     * Notifications that failed after all attempts.
     *
     * @param integration how they were to be delivered: "webhook", "email", with the receiver where Alertmanager names it
     * @param count since the first of them
     * @param last when the last was noticed
     */
    public record Undelivered(String integration, long count, Instant since, Instant last) {}
}

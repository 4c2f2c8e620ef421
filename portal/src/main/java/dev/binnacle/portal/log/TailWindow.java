package dev.binnacle.portal.log;

import java.time.Duration;
import java.time.Instant;

/**
 * The time whose lines an answer of a tail counts. It moves on with the tail, so that an answer costs no more after a
 * night than after a minute.
 *
 * @param since its first moment
 * @param newest the moment of the newest line that the browser has
 * @param now when the answer is given
 */
record TailWindow(Instant since, Instant newest, Instant now) {

    /** How much older than the newest line one is that still counts when it arrives. */
    private static final Duration COUNTED = Duration.ofMinutes(1);

    /** How far back it reaches where no line comes, or only those of parts of the index. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** @return since when the next answer counts, where all parts of the index gave this one */
    Instant next() {
        return later(nextOfParts(), (newest.isAfter(now) ? now : newest).minus(COUNTED));
    }

    /** @return since when it counts otherwise: the lines of the other parts are still to come */
    Instant nextOfParts() {
        return later(since, now.minus(LONGEST));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.binnacle.sandbox.pod;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before something that failed is tried again: the first time at once, then 10 s, doubled each time up
 * to 5 min, and from the start again after 10 quiet minutes.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy">Restart policy</a>
 */
final class BackOff {

    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration current = Duration.ZERO;
    private Instant updated = Instant.MIN;

    /** The wait that this failure asks for, measured from the moment of the failure. */
    Duration after(Instant failure) {
        boolean forgotten = current.isZero() || failure.isAfter(updated.plus(LONGEST.multipliedBy(2)));
        return forgotten ? Duration.ZERO : current;
    }

    /** Notes that it is tried again now; the next wait is longer. */
    void retried(Instant now) {
        Duration waited = after(now);
        Duration doubled = waited.multipliedBy(2);
        current = waited.isZero() ? FIRST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        updated = now;
    }

    /** A wait as the kubelet writes it: {@code 10s}, {@code 1m20s}, {@code 5m0s}. */
    static String display(Duration wait) {
        return wait.toMinutes() == 0 ? wait.toSeconds() + "s" : wait.toMinutes() + "m" + wait.toSecondsPart() + "s";
    }
}

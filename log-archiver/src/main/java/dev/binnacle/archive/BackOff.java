package dev.binnacle.archive;

import java.time.Duration;

/** How long to wait before the next look: the interval after a good one, else from 1 s doubling up to 5 min. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final Duration interval;
    private Duration next = FIRST;

    BackOff(Duration interval) {
        this.interval = interval;
    }

    Duration after(boolean good) {
        if (good) {
            next = FIRST;
            return interval;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }
}

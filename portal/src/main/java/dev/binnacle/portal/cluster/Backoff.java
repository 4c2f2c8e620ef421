package dev.binnacle.portal.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after a failure: twice as long each time up to a limit, less a random part. */
final class Backoff {

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 3_000;

    private int failures;

    Duration next() {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    /** Waits as long as {@link #next} says, or until the thread is interrupted. */
    void sleep() {
        try {
            Thread.sleep(next());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void reset() {
        failures = 0;
    }
}

package dev.binnacle.sandbox.seed;

import java.time.Duration;

/**
 * How many requests come at a moment of a wave, and of what kind. A wave is quiet, rises, stays, and falls; every other
 * one has errors at its top. At the top the requests together burn {@code 16 * 30 ms}, so 0.48 of a core at most.
 */
final class LoadWave {
    static final Duration LENGTH = Duration.ofMinutes(12);
    private static final double QUIET_PER_SECOND = 1;
    private static final double PEAK_PER_SECOND = 16;
    private static final int BURN_MILLIS = 30;
    private static final double ERROR_SHARE = 0.15;
    private static final Duration RISE = Duration.ofMinutes(2);
    private static final Duration TOP = Duration.ofMinutes(4);
    private static final Duration FALL = Duration.ofMinutes(2);
    private static final Duration QUIET = LENGTH.minus(RISE).minus(TOP).minus(FALL);

    private LoadWave() {}

    /**
     * What is sent at a moment.
     *
     * @param burnMillis work that each request asks for
     * @param errorShare of requests that ask for an error, 0 to 1
     */
    record Moment(double requestsPerSecond, int burnMillis, double errorShare) {}

    /** The moment so long after the load began; it begins one minute before the first rise. */
    static Moment at(Duration elapsed) {
        Duration shifted = elapsed.plus(QUIET).minusMinutes(1);
        double height = height(shifted.toMillis() % LENGTH.toMillis());
        boolean faulty = shifted.dividedBy(LENGTH) % 2 == 1 && height == 1;
        return new Moment(
                QUIET_PER_SECOND + height * (PEAK_PER_SECOND - QUIET_PER_SECOND),
                height == 0 ? 0 : BURN_MILLIS,
                faulty ? ERROR_SHARE : 0);
    }

    private static double height(long millis) {
        long rising = millis - QUIET.toMillis();
        long falling = rising - RISE.plus(TOP).toMillis();
        if (rising <= 0) {
            return 0;
        }
        if (falling > 0) {
            return 1 - (double) falling / FALL.toMillis();
        }
        return Math.min(1, (double) rising / RISE.toMillis());
    }
}

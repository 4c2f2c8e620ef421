package dev.binnacle.portal.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a page may be told. The first two changes of a quiet second at once, since one cause often changes two
 * things within moments; further ones 250 ms apart; never more than four within a second. Times are of {@link
 * System#nanoTime}.
 */
final class Pace {

    static final int MOST = 4;
    static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration APART = WITHIN.dividedBy(MOST);
    private static final int AT_ONCE = 2;

    private final Deque<Long> told = new ArrayDeque<>(MOST);

    /** @return nanoseconds until the page may be told; zero or less where it may be told now */
    long rest(long now) {
        while (!told.isEmpty() && now - told.getFirst() >= WITHIN.toNanos()) {
            told.removeFirst();
        }
        if (told.size() < AT_ONCE) {
            return 0;
        }
        long apart = told.getLast() + APART.toNanos() - now;
        return told.size() < MOST ? apart : Math.max(apart, told.getFirst() + WITHIN.toNanos() - now);
    }

    void told(long now) {
        told.addLast(now);
    }
}

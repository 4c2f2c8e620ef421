package dev.binnacle.portal.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A page that is open in a browser, fed by the thread of its request. Telling it that something changed never waits,
 * however slow the browser is.
 */
final class LivePage {

    /** The shortest time between two events about the same topic. */
    static final Duration APART = Duration.ofSeconds(1);

    private static final int MOST_TOPICS = 64;

    private final Thread feeder = Thread.currentThread();
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> told = new HashMap<>();
    private volatile boolean closed;

    void changed(String topic) {
        if (pending.size() < MOST_TOPICS && pending.add(topic)) {
            LockSupport.unpark(feeder);
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(feeder);
    }

    boolean isClosed() {
        return closed || feeder.isInterrupted();
    }

    /**
     * Waits for topics that may be told now: at once after a quiet second, otherwise when the second is over. Only for
     * the thread that made this page.
     *
     * @param longest how long to wait
     * @return what changed; empty when nothing did, or when the page is closed
     */
    List<String> next(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isClosed()) {
            long now = System.nanoTime();
            List<String> due = due(now);
            if (!due.isEmpty()) {
                return due;
            }
            long wait = Math.min(end - now, shortestWait(now));
            if (end - now <= 0) {
                return List.of();
            }
            LockSupport.parkNanos(this, wait);
        }
        return List.of();
    }

    private List<String> due(long now) {
        List<String> due =
                pending.stream().filter(topic -> waitOf(topic, now) <= 0).toList();
        due.forEach(topic -> told.put(topic, now));
        due.forEach(pending::remove);
        return due;
    }

    private long shortestWait(long now) {
        return pending.stream().mapToLong(topic -> waitOf(topic, now)).min().orElse(Long.MAX_VALUE);
    }

    private long waitOf(String topic, long now) {
        Long last = told.get(topic);
        return last == null ? 0 : last + APART.toNanos() - now;
    }
}

package dev.binnacle.portal.web;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A page that is open in a browser, fed by the thread of its request. Telling it that something changed never waits,
 * however slow the browser is.
 */
final class LivePage {

    private final Thread feeder = Thread.currentThread();
    private final Set<String> topics;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final Pace pace = new Pace();
    private volatile boolean closed;

    /** @param topics what it shows, and so hears of */
    LivePage(Collection<String> topics) {
        this.topics = Set.copyOf(topics);
    }

    void changed(Set<String> changed) {
        boolean news = false;
        for (String topic : topics) {
            news |= changed.contains(topic) && pending.add(topic);
        }
        if (news) {
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
     * Waits until there is something to tell, and its {@link Pace} allows to tell it. Only for the thread that made
     * this page.
     *
     * @param longest how long to wait
     * @return what changed since the last time; empty when nothing did, or when the page is closed
     */
    List<String> next(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!isClosed()) {
            long now = System.nanoTime();
            long rest = pace.rest(now);
            if (!pending.isEmpty() && rest <= 0) {
                pace.told(now);
                return taken();
            }
            if (end - now <= 0) {
                return List.of();
            }
            LockSupport.parkNanos(this, pending.isEmpty() ? end - now : Math.min(end - now, rest));
        }
        return List.of();
    }

    /** A topic that changes again meanwhile is told now; the browser asks later than that. */
    private List<String> taken() {
        List<String> taken = List.copyOf(pending);
        taken.forEach(pending::remove);
        return taken;
    }
}

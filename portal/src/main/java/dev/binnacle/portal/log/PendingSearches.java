package dev.binnacle.portal.log;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Searches that take longer than a page waits for them. The page asks for its own again and again by a ticket; one that
 * nobody asks for any more, because its tab was closed, is cancelled, in Elasticsearch too.
 */
@Component
class PendingSearches {

    /** How long a page may take to ask again; longer than it waits for an answer. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** The most that one account leaves running. */
    private static final int MOST = SearchQueue.AT_ONCE;

    private final Map<Key, Pending> all = new ConcurrentHashMap<>();

    /** A page's search. */
    record Key(String account, String ticket) {}

    /** @param turns how often it was asked for or left */
    private record Pending(FutureTask<LogView> search, AtomicInteger turns) {}

    /** @return the search; empty where it was given up, or another replica has it */
    Optional<FutureTask<LogView>> asked(Key key) {
        return Optional.ofNullable(all.get(key)).map(pending -> {
            watch(key, pending);
            return pending.search();
        });
    }

    /** Leaves a search until its page asks again; it is cancelled where an account leaves too many. */
    void left(Key key, FutureTask<LogView> search) {
        boolean many = all.keySet().stream()
                        .filter(other -> other.account().equals(key.account()) && !other.equals(key))
                        .count()
                >= MOST;
        if (many) {
            cancel(key);
            search.cancel(true);
        } else {
            watch(key, all.computeIfAbsent(key, _ -> new Pending(search, new AtomicInteger())));
        }
    }

    void ended(Key key) {
        all.remove(key);
    }

    void cancel(Key key) {
        Pending pending = all.remove(key);
        if (pending != null) {
            pending.search().cancel(true);
        }
    }

    int size() {
        return all.size();
    }

    /** Cancels it where nothing happens to it from now until the grace is over. */
    private void watch(Key key, Pending pending) {
        int turn = pending.turns().incrementAndGet();
        Thread.ofVirtual().name("log-search-watch").start(() -> {
            try {
                Thread.sleep(GRACE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (pending.turns().get() == turn && all.remove(key, pending)) {
                pending.search().cancel(true);
            }
        });
    }
}

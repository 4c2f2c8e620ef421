package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind. A relist replaces what differs, object by object, so that a reader meets the old or the new
 * state of each and never an empty store.
 */
final class Store<T> {

    private final Map<ObjectKey, T> records = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final int limit;
    private final Function<T, Instant> age;
    private volatile BiConsumer<@Nullable T, @Nullable T> listener = (before, after) -> {};

    Store() {
        this(Integer.MAX_VALUE, record -> Instant.EPOCH);
    }

    /** @param limit of the records; beyond it the oldest by age are dropped */
    Store(int limit, Function<T, Instant> age) {
        this.limit = limit;
        this.age = age;
    }

    /** Calls the listener after each change with the record before and after it, either of which may be null. */
    void onChange(BiConsumer<@Nullable T, @Nullable T> listener) {
        this.listener = listener;
    }

    @Nullable
    T get(ObjectKey key) {
        return records.get(key);
    }

    Collection<T> all() {
        return java.util.Collections.unmodifiableCollection(records.values());
    }

    int size() {
        return records.size();
    }

    /** @return a number that grows with every change */
    long version() {
        return version.get();
    }

    void put(ObjectKey key, T record) {
        T before = records.put(key, record);
        if (!record.equals(before)) {
            changed(before, record);
        }
        trim(records);
    }

    void remove(ObjectKey key) {
        T before = records.remove(key);
        if (before != null) {
            changed(before, null);
        }
    }

    /** @param namespace whose records are replaced; empty for all of them */
    void replace(String namespace, Map<ObjectKey, T> fresh) {
        fresh.forEach((key, record) -> {
            if (!record.equals(records.get(key))) {
                put(key, record);
            }
        });
        for (ObjectKey key : records.keySet()) {
            if ((namespace.isEmpty() || key.namespace().equals(namespace)) && !fresh.containsKey(key)) {
                remove(key);
            }
        }
    }

    /** Drops the oldest tenth of what is beyond the limit. */
    void trim(Map<ObjectKey, T> some) {
        if (some.size() <= limit) {
            return;
        }
        some.entrySet().stream()
                .sorted(Comparator.comparing(entry -> age.apply(entry.getValue())))
                .limit(some.size() - limit + limit / 10)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(some::remove);
    }

    private void changed(@Nullable T before, @Nullable T after) {
        version.incrementAndGet();
        listener.accept(before, after);
    }
}

package dev.binnacle.portal.cluster;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives one instance for equal values, most of the time: pods of a workload then share their labels, images, requests
 * and texts. It remembers a fixed number of values, one for each slot that a hash leads to, so it cannot grow; a value
 * pushed out merely gets a second instance.
 */
final class Interner {

    private static final int SLOTS = 1 << 15;

    private final AtomicReferenceArray<Object> seen = new AtomicReferenceArray<>(SLOTS);

    @SuppressWarnings("unchecked") // an equal value of an immutable class is of that class
    <T> T same(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Object known = seen.getPlain(slot);
        if (known != null && known.getClass() == value.getClass() && known.equals(value)) {
            return (T) known;
        }
        seen.set(slot, value);
        return value;
    }
}

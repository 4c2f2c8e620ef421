package dev.binnacle.portal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * An entry in its place in the trail.
 *
 * @param number from 1, without a gap
 * @param recordedAt to the millisecond
 * @param previous the seal of the entry before it
 */
public record SealedEntry(long number, Instant recordedAt, AuditEntry entry, Seal previous, Seal seal) {

    static SealedEntry after(Head head, Instant at, AuditEntry entry, SecretKey key) {
        long number = head.number() + 1;
        return new SealedEntry(number, at, entry, head.seal(), seal(key, head.seal(), number, at, entry));
    }

    /** @return whether the seal is the one of this content after that predecessor, under that key */
    boolean isGenuineAfter(Head head, SecretKey key) {
        return number == head.number() + 1
                && previous.equals(head.seal())
                && seal.equals(seal(key, previous, number, recordedAt, entry));
    }

    Head head() {
        return new Head(number, seal);
    }

    private static Seal seal(SecretKey key, Seal previous, long number, Instant at, AuditEntry entry) {
        List<String> values = new ArrayList<>(List.of(
                Long.toString(number),
                Long.toString(at.toEpochMilli()),
                entry.account(),
                entry.action(),
                entry.environment() == null ? "none" : "in " + entry.environment(),
                entry.target(),
                entry.reason()));
        new TreeMap<>(entry.details()).forEach((name, value) -> values.addAll(List.of(name, value)));
        return Seal.over(key, previous, values);
    }
}

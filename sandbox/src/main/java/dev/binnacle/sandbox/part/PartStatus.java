package dev.binnacle.sandbox.part;

import java.time.Instant;

/**
 * How a part is doing.
 *
 * @param since when it came into this state
 * @param detail one short sentence for a person; empty when there is nothing to add
 * @param progress percent of what it is doing now, 0 to 100; -1 when unknown
 */
public record PartStatus(String name, PartState state, Instant since, String detail, int progress) {

    static PartStatus waiting(String name, Instant now) {
        return new PartStatus(name, PartState.WAITING, now, "", -1);
    }

    /** The same part in another state; {@code since} moves only when the state does. */
    PartStatus with(PartState next, String nextDetail, int nextProgress, Instant now) {
        return new PartStatus(name, next, next == state ? since : now, nextDetail, nextProgress);
    }
}

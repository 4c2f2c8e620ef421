package dev.binnacle.portal.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that was sent to be found again.
 *
 * @param askedBy the account; empty where the portal sent it by itself
 * @param pod that was asked: its namespace, a slash, its name
 * @param reached after how long each stage was seen, for those that were
 * @param trouble why not all were reached; empty where they were, or while it goes on
 * @param endedAt null while it goes on
 */
record Probe(
        UUID id,
        String askedBy,
        String pod,
        Instant startedAt,
        Map<Stage, Duration> reached,
        String trouble,
        @Nullable Instant endedAt) {

    /** A probe that is older than this and has no end was left by a portal that stopped. */
    static final Duration GIVEN_UP = Duration.ofMinutes(3);

    /** The trouble of such a one. */
    static final String LEFT = "The portal stopped before it ended.";

    Probe {
        reached = reached.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(reached));
    }

    /** @return the word in the request, and so in the line, by which both are known */
    String mark() {
        return "probe" + id.toString().replace("-", "");
    }

    boolean succeeded() {
        return reached.containsKey(Stage.VISIBLE);
    }

    boolean goesOn() {
        return endedAt == null;
    }
}

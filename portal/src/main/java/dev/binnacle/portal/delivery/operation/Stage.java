package dev.binnacle.portal.delivery.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an operation stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Stage {

    /** Nobody has confirmed it. */
    record Planned() implements Stage {}

    /** @param applyAt until then it can be undone, because nothing is changed before */
    record Confirmed(Instant at, Instant applyAt) implements Stage {}

    /**
     * The write is on its way or the rollout goes on.
     *
     * @param applied null until the API server's answer is known
     * @param movedAt when the rollout last got further
     * @param figure the pods counted at that time
     */
    record Running(
            Instant since,
            @Nullable Applied applied,
            Instant movedAt,
            String figure,
            @Nullable Suspicion suspicion) implements Stage {}

    /** The rollout is complete; it must stay so for a while. */
    record Verifying(Applied applied, Instant since) implements Stage {}

    record Ended(Outcome outcome, Instant at) implements Stage {}

    /** @return the word in the table */
    default String token() {
        return switch (this) {
            case Planned _ -> "planned";
            case Confirmed _ -> "confirmed";
            case Running _ -> "running";
            case Verifying _ -> "verifying";
            case Ended ended -> ended.outcome().token();
        };
    }
}

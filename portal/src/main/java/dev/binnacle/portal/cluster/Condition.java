package dev.binnacle.portal.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A condition in an object's status.
 *
 * @param status "True", "False" or "Unknown"
 */
public record Condition(
        String type,
        String status,
        String reason,
        String message,
        @Nullable Instant since) {

    public boolean holds() {
        return status.equals("True");
    }
}

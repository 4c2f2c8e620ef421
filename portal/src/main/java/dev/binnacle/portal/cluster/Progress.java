package dev.binnacle.portal.cluster;

import java.time.Instant;

/** How far the reading of one kind is. */
sealed interface Progress {

    /** @param problem why the first list is late; empty while it is under way */
    record Listing(Instant since, String problem) implements Progress {
        Listing(Instant since) {
            this(since, "");
        }
    }

    /** What is known follows the API server. */
    record Live() implements Progress {}

    /**
     * The watch ended; what is known may lag.
     *
     * @param problem why it could not be taken up again; empty where that was not tried yet
     */
    record Interrupted(Instant since, String problem) implements Progress {}

    /** @param permission which one is missing, in words */
    record Refused(String permission) implements Progress {}
}

package dev.binnacle.portal.delivery.operation;

import java.time.Instant;

/**
 * What the API server answered to the write.
 *
 * @param uid of the workload that was written
 * @param generation that the write made, or a later one that was looked at and found to be no change of ours
 * @param mark fingerprint of the part of the workload that the change replaced, as it is now
 */
public record Applied(String uid, long generation, String mark, Instant at) {
    public Applied seen(long generation) {
        return new Applied(uid, generation, mark, at);
    }
}

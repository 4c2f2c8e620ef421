package dev.binnacle.portal.delivery;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as other pages name it.
 *
 * @param title what it does: "Roll back echo to revision 17"
 * @param stands its stage or outcome in a word or two: "in progress", "failed"
 * @param endedAt null while it is in progress
 */
public record OperationBrief(
        long number,
        String environment,
        WorkloadKey workload,
        String title,
        Status status,
        String stands,
        String account,
        Instant askedAt,
        @Nullable Instant endedAt) {}

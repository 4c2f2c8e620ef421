package dev.binnacle.portal.delivery.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it is kept.
 *
 * @param askedAt when it was confirmed
 * @param endedAt null while it is in progress
 */
public record Kept(
        Operation operation, Instant askedAt, @Nullable Instant endedAt) {}

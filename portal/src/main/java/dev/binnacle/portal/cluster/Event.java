package dev.binnacle.portal.cluster;

import java.time.Instant;

/**
 * An event of the cluster about one object.
 *
 * @param warning whether its type is Warning
 */
public record Event(
        String namespace,
        String kind,
        String object,
        boolean warning,
        String reason,
        String message,
        String component,
        int count,
        Instant firstSeen,
        Instant lastSeen) {}

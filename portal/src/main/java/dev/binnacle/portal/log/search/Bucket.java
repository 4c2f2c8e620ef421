package dev.binnacle.portal.log.search;

import java.time.Instant;

/**
 * The lines of one interval.
 *
 * @param from its beginning
 * @param errors those of its lines that report an error
 */
public record Bucket(Instant from, long lines, long errors) {}

package dev.binnacle.portal.log;

import java.time.Instant;

/**
 * A log line for other rooms.
 *
 * @param text made readable: without colour codes, control characters visible, at most 1,000 characters
 */
public record LogLine(Instant at, String pod, String container, String text) {}

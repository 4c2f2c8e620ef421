package dev.binnacle.portal.alert.maintenance;

/**
 * An occurrence that was begun, or that somebody skipped or ended.
 *
 * @param account who did; "binnacle" where it began by itself
 * @param silences how many clusters of Alertmanagers have its silence
 */
public record Decided(long window, Occurrence occurrence, OccurrenceState state, String account, int silences) {}

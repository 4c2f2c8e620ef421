package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Changes;
import java.time.Duration;

/**
 * Alerts of one name that began soon after a change of the workload that they are about.
 *
 * @param fired how many
 * @param after how long after the change the first of them began
 */
public record Following(Changes.Change change, String name, long fired, Duration after) {}

package dev.binnacle.portal.log.search;

import java.time.Duration;

/**
 * What one environment's Elasticsearch gets and gives at most.
 *
 * @param deadline how long a search may take before it is stopped
 * @param maxSearches how many run at once
 * @param maxAnswerBytes the longest answer that is read
 */
record Bounds(Duration deadline, int maxSearches, long maxAnswerBytes) {

    static final Bounds USUAL = new Bounds(Duration.ofSeconds(10), 16, 32L * 1024 * 1024);
}

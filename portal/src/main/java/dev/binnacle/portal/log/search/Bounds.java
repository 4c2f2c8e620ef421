package dev.binnacle.portal.log.search;

import java.time.Duration;

/**
 * What one environment's Elasticsearch gets and gives at most.
 *
 * @param deadline how long a search may take before it is stopped
 * @param maxSearches how many run at once
 * @param maxHeavy how many of them may be heavy
 * @param maxAnswerBytes the longest answer that is read
 * @param memory what all answers share
 */
record Bounds(Duration deadline, int maxSearches, int maxHeavy, long maxAnswerBytes, AnswerMemory memory) {

    static final Bounds USUAL = new Bounds(Duration.ofSeconds(7), 16, 1, 32L * 1024 * 1024, AnswerMemory.ofHeap());
}

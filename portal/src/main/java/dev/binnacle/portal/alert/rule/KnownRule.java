package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.metric.Rule;
import java.util.SortedSet;

/**
 * A rule, and whether it can ever fire.
 *
 * @param missing metrics that it asks for and Prometheus has no series of; empty too where it is about their absence
 */
public record KnownRule(Rule rule, SortedSet<String> missing) {}

package dev.binnacle.portal.cluster;

import java.util.List;
import java.util.Map;

/**
 * A PodDisruptionBudget.
 *
 * @param minAvailable a number or a percentage as written; empty where maxUnavailable is used
 * @param matchLabels the equality part of its selector
 * @param allowed disruptions that it allows now
 */
public record DisruptionBudget(
        String namespace,
        String name,
        String minAvailable,
        String maxUnavailable,
        Map<String, String> matchLabels,
        int expectedPods,
        int desiredHealthy,
        int currentHealthy,
        int allowed,
        List<Condition> conditions) {}

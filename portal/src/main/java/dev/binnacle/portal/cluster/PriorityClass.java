package dev.binnacle.portal.cluster;

/**
 * A PriorityClass.
 *
 * @param preemptionPolicy "PreemptLowerPriority" or "Never"
 */
public record PriorityClass(
        String name, int value, boolean globalDefault, String preemptionPolicy, String description) {}

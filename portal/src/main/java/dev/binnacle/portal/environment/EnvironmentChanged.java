package dev.binnacle.portal.environment;

/**
 * A record was created, edited or deleted, on this replica or another: drop what was made from its connections.
 *
 * @param name the environment's name
 */
public record EnvironmentChanged(EnvironmentId id, String name) {}

package dev.binnacle.portal.environment;

import java.util.UUID;

/** The identity of an environment record, never reused. */
public record EnvironmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

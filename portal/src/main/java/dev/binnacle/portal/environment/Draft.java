package dev.binnacle.portal.environment;

import java.util.Map;

/**
 * A form that was found sound.
 *
 * @param environment the record as it would be saved
 * @param credentials those that are set or removed; a system that is missing keeps what is stored for it
 */
record Draft(Environment environment, Map<ConnectedSystem, Credential> credentials) {

    Draft {
        credentials = Map.copyOf(credentials);
    }
}

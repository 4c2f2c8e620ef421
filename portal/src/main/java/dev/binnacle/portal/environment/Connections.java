package dev.binnacle.portal.environment;

import java.util.List;
import java.util.Optional;

/**
 * The addresses and credentials of an environment's systems, checked and decrypted. Ask again after an {@link
 * EnvironmentChanged}; do not keep them longer than the client that is made of them.
 */
public interface Connections {

    /** @return the API server, with a kubeconfig or a bearer token */
    Connection cluster(EnvironmentId environment);

    Optional<Connection> prometheus(EnvironmentId environment);

    /** @return every Alertmanager of the environment; empty where it has none */
    List<Connection> alertmanagers(EnvironmentId environment);

    Optional<Connection> elasticsearch(EnvironmentId environment);

    /** @return the storage of rotated log files, whose address names a bucket and perhaps a folder in it */
    default Optional<Connection> archive(EnvironmentId environment) {
        return Optional.empty();
    }
}

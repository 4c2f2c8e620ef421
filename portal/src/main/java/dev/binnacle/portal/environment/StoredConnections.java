package dev.binnacle.portal.environment;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the addresses of the records and the credentials of the vault together. */
@Service
class StoredConnections implements Connections {

    private final Environments environments;
    private final CredentialVault vault;

    StoredConnections(Environments environments, CredentialVault vault) {
        this.environments = environments;
        this.vault = vault;
    }

    @Override
    public Connection cluster(EnvironmentId id) {
        return new Connection(record(id).clusterUrl(), vault.of(id, ConnectedSystem.CLUSTER));
    }

    @Override
    public Optional<Connection> prometheus(EnvironmentId id) {
        return connection(id, record(id).prometheus(), ConnectedSystem.PROMETHEUS);
    }

    @Override
    public List<Connection> alertmanagers(EnvironmentId id) {
        List<URI> urls = record(id).alertmanagers();
        if (urls.isEmpty()) {
            return List.of();
        }
        Credential credential = vault.of(id, ConnectedSystem.ALERTMANAGER);
        return urls.stream().map(url -> new Connection(url, credential)).toList();
    }

    @Override
    public Optional<Connection> elasticsearch(EnvironmentId id) {
        return connection(id, record(id).elasticsearch(), ConnectedSystem.ELASTICSEARCH);
    }

    @Override
    public Optional<Connection> archive(EnvironmentId id) {
        return connection(id, record(id).archive(), ConnectedSystem.ARCHIVE);
    }

    private Optional<Connection> connection(EnvironmentId id, @Nullable URI url, ConnectedSystem system) {
        return Optional.ofNullable(url).map(address -> new Connection(address, vault.of(id, system)));
    }

    private Environment record(EnvironmentId id) {
        return environments
                .identified(id.value())
                .orElseThrow(() -> new dev.binnacle.portal.problem.NotFound("This environment is gone."));
    }
}

package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Environment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What was made of one connection: the informers, and a client for writers once somebody asks for it. */
final class ConnectedCluster implements AutoCloseable {

    private final Connection connection;
    private final AddressRules addresses;
    private final InformerSet informers;
    private final Changes changes;
    private @Nullable KubernetesClient client;

    private ConnectedCluster(Connection connection, AddressRules addresses, InformerSet informers, Changes changes) {
        this.connection = connection;
        this.addresses = addresses;
        this.informers = informers;
        this.changes = changes;
    }

    /** Starts to follow the cluster. */
    static ConnectedCluster to(Connection connection, AddressRules addresses, Clock clock) {
        Changes changes = new Changes();
        InformerSet informers = new InformerSet(new ApiServer(connection, addresses), clock, changes);
        informers.start();
        return new ConnectedCluster(connection, addresses, informers, changes);
    }

    ClusterModel model(Environment environment) {
        return new ScopedModel(environment, informers);
    }

    InformerSet informers() {
        return informers;
    }

    Changes changes() {
        return changes;
    }

    synchronized KubernetesClient client() {
        if (client == null) {
            client = WriterClients.to(connection, addresses);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        informers.close();
        if (client != null) {
            client.close();
        }
    }
}

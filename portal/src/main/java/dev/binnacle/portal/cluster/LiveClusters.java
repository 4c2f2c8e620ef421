package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Problem;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what was made of each environment's connection, shared where connection and credential are the same. */
@Component
final class LiveClusters implements Clusters {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClusters.class);

    private final Environments environments;
    private final Connections connections;
    private final AddressRules addresses;
    private final Clock clock;
    private final Map<EnvironmentId, ConnectedEnvironment> connected = new HashMap<>();
    private final Map<Connection, ConnectedCluster> clusters = new HashMap<>();
    private Runnable listener = () -> {};

    LiveClusters(Environments environments, Connections connections, AddressRules addresses, Clock clock) {
        this.environments = environments;
        this.connections = connections;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public ClusterModel model(Environment environment) {
        try {
            return cluster(environment).model(environment);
        } catch (Problem problem) {
            return new UnknownModel(problem.sentence(), clock.instant());
        }
    }

    @Override
    public KubernetesClient client(Environment environment) {
        return cluster(environment).client();
    }

    /** @throws Problem where the connection cannot be used */
    synchronized ConnectedCluster cluster(Environment environment) {
        ConnectedEnvironment known = connected.get(environment.id());
        if (known == null || !known.environment().equals(environment)) {
            Connection connection = connections.cluster(environment.id());
            known = new ConnectedEnvironment(environment, shared(connection));
            connected.put(environment.id(), known);
            known.cluster().informers().include(environment.namespaces());
            closeUnused();
        }
        return known.cluster();
    }

    /** Calls when there are changes to be taken in some cluster; it must not block. For one listener, from the start. */
    synchronized void onChange(Runnable told) {
        listener = told;
        clusters.values().forEach(cluster -> cluster.changes().onFirst(told));
    }

    synchronized Collection<ConnectedEnvironment> connected() {
        return List.copyOf(connected.values());
    }

    @EventListener
    synchronized void on(EnvironmentChanged changed) {
        connected.remove(changed.id());
        for (Environment environment : environments.all()) {
            if (environment.id().equals(changed.id())) {
                model(environment);
            }
        }
        closeUnused();
    }

    @EventListener(ApplicationReadyEvent.class)
    void startAll() {
        try {
            environments.all().forEach(this::model);
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The environments cannot be read yet; each cluster is followed from its first page on", unreadable);
        }
    }

    @PreDestroy
    synchronized void close() {
        connected.clear();
        closeUnused();
    }

    private ConnectedCluster shared(Connection connection) {
        return clusters.computeIfAbsent(connection, made -> {
            ConnectedCluster cluster = ConnectedCluster.to(made, addresses, clock);
            cluster.changes().onFirst(listener);
            return cluster;
        });
    }

    private void closeUnused() {
        clusters.values().removeIf(cluster -> {
            boolean unused = connected.values().stream().noneMatch(one -> one.cluster() == cluster);
            if (unused) {
                cluster.close();
            }
            return unused;
        });
    }

    /** An environment with what its connection led to. */
    record ConnectedEnvironment(Environment environment, ConnectedCluster cluster) {}
}

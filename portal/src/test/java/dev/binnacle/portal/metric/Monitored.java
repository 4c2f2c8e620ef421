package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.problem.NotFound;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment that is its monitoring, and nothing else. */
public final class Monitored implements Environments, Connections {

    private final EnvironmentId id = new EnvironmentId(UUID.randomUUID());
    private @Nullable URI prometheus;
    private List<URI> alertmanagers = List.of();

    public Monitored prometheus(URI url) {
        prometheus = url;
        return this;
    }

    public Monitored alertmanagers(URI... urls) {
        alertmanagers = List.of(urls);
        return this;
    }

    void without() {
        prometheus = null;
    }

    public Environment environment() {
        return new Environment(
                id,
                "quay",
                Tier.TEST,
                "team",
                "",
                new TreeSet<>(),
                URI.create("https://127.0.0.1:1"),
                prometheus,
                alertmanagers,
                null,
                "fluent-bit",
                null,
                List.of(),
                false,
                0);
    }

    @Override
    public List<Environment> all() {
        return List.of(environment());
    }

    @Override
    public Environment named(String name) {
        if (!name.equals("quay")) {
            throw new NotFound("No environment " + name + ".");
        }
        return environment();
    }

    @Override
    public Connection cluster(EnvironmentId environment) {
        return new Connection(environment().clusterUrl(), new Credential.None());
    }

    @Override
    public Optional<Connection> prometheus(EnvironmentId environment) {
        return Optional.ofNullable(prometheus).map(url -> new Connection(url, new Credential.None()));
    }

    @Override
    public List<Connection> alertmanagers(EnvironmentId environment) {
        return alertmanagers.stream()
                .map(url -> new Connection(url, new Credential.None()))
                .toList();
    }

    @Override
    public Optional<Connection> elasticsearch(EnvironmentId environment) {
        return Optional.empty();
    }
}

package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.problem.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** An environment that is the whole {@link Fleet}, and nothing else. */
public final class FleetEnvironment implements Environments, Connections {

    public static final String NAME = "fleet";

    private final Environment environment = new Environment(
            new EnvironmentId(UUID.randomUUID()),
            NAME,
            Tier.TEST,
            "",
            "",
            new TreeSet<>(),
            Fleet.shared().connection().url(),
            null,
            List.of(),
            null,
            "",
            null,
            List.of(),
            false,
            0);

    public Environment environment() {
        return environment;
    }

    @Override
    public List<Environment> all() {
        return List.of(environment);
    }

    @Override
    public Environment named(String name) {
        if (!name.equals(NAME)) {
            throw new NotFound("There is no environment " + name + ".");
        }
        return environment;
    }

    @Override
    public Connection cluster(EnvironmentId id) {
        return Fleet.shared().connection();
    }

    @Override
    public Optional<Connection> prometheus(EnvironmentId id) {
        return Optional.empty();
    }

    @Override
    public List<Connection> alertmanagers(EnvironmentId id) {
        return List.of();
    }

    @Override
    public Optional<Connection> elasticsearch(EnvironmentId id) {
        return Optional.empty();
    }
}

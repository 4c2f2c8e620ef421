package dev.binnacle.portal.log.search;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.environment.EnvironmentId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The Elasticsearch of each environment, made anew when its record changes. */
@Component
class Elasticsearches {

    private final Connections connections;
    private final AddressRules addresses;
    private final Bounds bounds;
    private final Clock clock;
    private final Map<EnvironmentId, Elasticsearch> byEnvironment = new ConcurrentHashMap<>();

    @Autowired
    Elasticsearches(Connections connections, AddressRules addresses, Clock clock) {
        this(connections, addresses, Bounds.USUAL, clock);
    }

    Elasticsearches(Connections connections, AddressRules addresses, Bounds bounds, Clock clock) {
        this.connections = connections;
        this.addresses = addresses;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** @return nothing where the environment names no Elasticsearch */
    Optional<Elasticsearch> of(Environment environment) {
        Elasticsearch known = byEnvironment.get(environment.id());
        return known != null ? Optional.of(known) : Optional.ofNullable(made(environment));
    }

    @EventListener
    void changed(EnvironmentChanged event) {
        close(byEnvironment.remove(event.id()));
    }

    @PreDestroy
    void close() {
        byEnvironment.keySet().forEach(id -> close(byEnvironment.remove(id)));
    }

    private @org.jspecify.annotations.Nullable Elasticsearch made(Environment environment) {
        return byEnvironment.computeIfAbsent(
                environment.id(),
                id -> connections
                        .elasticsearch(id)
                        .map(connection -> new Elasticsearch(
                                "Elasticsearch of " + environment.name(),
                                connection,
                                addresses,
                                environment.logIndex(),
                                RestoredLines.searched(environment),
                                bounds,
                                clock))
                        .orElse(null));
    }

    private static void close(@org.jspecify.annotations.Nullable Elasticsearch elasticsearch) {
        if (elasticsearch == null) {
            return;
        }
        try {
            elasticsearch.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("An HTTP client could not be closed", failure);
        }
    }
}

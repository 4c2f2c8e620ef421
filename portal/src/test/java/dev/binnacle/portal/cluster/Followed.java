package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Tier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A cluster followed for a test. */
final class Followed implements AutoCloseable {

    static final AddressRules ADDRESSES =
            new AnnotationConfigApplicationContext(AddressRules.class).getBean(AddressRules.class);

    private final ConnectedCluster cluster;
    final ClusterModel model;

    Followed(Connection connection, String... namespaces) {
        Environment environment = environment(connection.url(), List.of(namespaces));
        cluster = ConnectedCluster.to(connection, ADDRESSES, Clock.systemUTC());
        cluster.informers().include(environment.namespaces());
        model = cluster.model(environment);
    }

    Changes changes() {
        return cluster.changes();
    }

    static Environment environment(URI url, Collection<String> namespaces) {
        return new Environment(
                new EnvironmentId(UUID.randomUUID()),
                "europe",
                Tier.TEST,
                "",
                "",
                new TreeSet<>(namespaces),
                url,
                null,
                List.of(),
                null,
                "",
                null,
                List.of(),
                false,
                0);
    }

    Followed synced() {
        eventually(Duration.ofSeconds(20), () -> model.freshness().live());
        return this;
    }

    static void eventually(Duration within, BooleanSupplier holds) {
        long end = System.nanoTime() + within.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", within).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}

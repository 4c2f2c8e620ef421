package dev.binnacle.portal.probe;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.FixedEnvironments;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The seeded echo service, seen with its lines and without them. */
@TestConfiguration(proxyBeanMethods = false)
public class ProbedPlatform {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();

    /** Whose lines are shipped to its index. */
    public static final Environment SHIPPED = environment("probe-shipped", "fluent-bit", ELASTICSEARCH);

    /** Whose index gets no line. */
    static final Environment LOST = environment("probe-lost", "probe-no-such-index", ELASTICSEARCH);

    /** That has no Elasticsearch. */
    static final Environment BARE = environment("probe-bare", "", null);

    @Bean(destroyMethod = "close")
    KubernetesClient admin() {
        return Sandbox.shared().seeded().adminClient();
    }

    @Bean
    @Primary
    Environments probedEnvironments() {
        return FixedEnvironments.of(BARE, LOST, SHIPPED);
    }

    @Bean
    @Primary
    Connections probedConnections(KubernetesClient admin) {
        Connection cluster = new Connection(
                URI.create(admin.getConfiguration().getMasterUrl()),
                new Credential.Kubeconfig(Sandbox.shared().kubernetes().kubeconfig()));
        return new Connections() {
            @Override
            public Connection cluster(EnvironmentId environment) {
                return cluster;
            }

            @Override
            public Optional<Connection> prometheus(EnvironmentId environment) {
                return Optional.empty();
            }

            @Override
            public List<Connection> alertmanagers(EnvironmentId environment) {
                return List.of();
            }

            @Override
            public Optional<Connection> elasticsearch(EnvironmentId environment) {
                return environment.equals(BARE.id())
                        ? Optional.empty()
                        : Optional.of(new Connection(ELASTICSEARCH, new Credential.None()));
            }
        };
    }

    private static Environment environment(String name, String index, @Nullable URI elasticsearch) {
        return new Environment(
                new EnvironmentId(UUID.randomUUID()),
                name,
                Tier.TEST,
                "",
                "",
                new TreeSet<>(),
                URI.create("https://localhost"),
                null,
                List.of(),
                elasticsearch,
                index,
                null,
                List.of(),
                true,
                1);
    }
}

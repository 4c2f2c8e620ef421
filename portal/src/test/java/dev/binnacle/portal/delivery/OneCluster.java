package dev.binnacle.portal.delivery;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.FixedEnvironments;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.web.LiveUpdates;
import dev.binnacle.portal.web.Scope;
import dev.binnacle.portal.web.Scopes;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The sandbox's cluster as two environments, one of them in production. */
@TestConfiguration(proxyBeanMethods = false)
public class OneCluster {
    public static final Environment REHEARSAL = environment("delivery-rehearsal", Tier.TEST);
    public static final Environment PRODUCTION = environment("delivery-production", Tier.PRODUCTION);
    private static final List<Environment> BOTH = List.of(PRODUCTION, REHEARSAL);

    @Bean(destroyMethod = "close")
    KubernetesClient admin() {
        return Sandbox.shared().kubernetes().adminClient();
    }

    @Bean
    @Primary
    Environments twoEnvironments() {
        return new FixedEnvironments(BOTH);
    }

    @Bean
    @Primary
    LiveUpdates silence() {
        return (environment, topic) -> {};
    }

    @Bean
    Scopes twoScopes() {
        return () -> BOTH.stream()
                .map(environment ->
                        new Scope(environment.name(), environment.tier().token(), true))
                .toList();
    }

    @Bean
    @Primary
    Connections oneConnection(KubernetesClient admin) {
        var connection = new Connection(
                admin.getConfiguration().getMasterUrl().isEmpty()
                        ? URI.create("https://localhost")
                        : URI.create(admin.getConfiguration().getMasterUrl()),
                new Credential.Kubeconfig(Sandbox.shared().kubernetes().kubeconfig()));
        return new Connections() {
            @Override
            public Connection cluster(EnvironmentId environment) {
                return connection;
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
                return Optional.empty();
            }
        };
    }

    private static Environment environment(String name, Tier tier) {
        return new Environment(
                new EnvironmentId(UUID.randomUUID()),
                name,
                tier,
                "",
                "",
                new TreeSet<>(),
                URI.create("https://localhost"),
                null,
                List.of(),
                null,
                "",
                null,
                List.of(),
                true,
                1);
    }
}

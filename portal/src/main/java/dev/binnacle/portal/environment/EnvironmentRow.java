package dev.binnacle.portal.environment;

import dev.binnacle.portal.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An environment in the list.
 *
 * @param cluster host and port of the API server
 * @param scope the namespaces in scope, in words
 * @param connected the systems that it connects to, besides the cluster
 * @param unconnected those that it does not
 */
record EnvironmentRow(
        String name,
        String tier,
        String tierLabel,
        String owner,
        String description,
        String cluster,
        String scope,
        List<String> connected,
        List<String> unconnected,
        List<Environment.Link> links,
        String role) {

    private static final int NAMED = 3;

    static EnvironmentRow of(Environment environment, Role role) {
        List<String> connected = new ArrayList<>();
        List<String> unconnected = new ArrayList<>();
        (environment.prometheus() == null ? unconnected : connected).add("Prometheus");
        (environment.alertmanagers().isEmpty() ? unconnected : connected).add("Alertmanager");
        (environment.elasticsearch() == null ? unconnected : connected).add("Elasticsearch");
        return new EnvironmentRow(
                environment.name(),
                environment.tier().token(),
                environment.tier().label(),
                environment.owner(),
                environment.description(),
                environment.clusterUrl().getRawAuthority(),
                scope(environment),
                connected,
                unconnected,
                environment.links(),
                role.name().toLowerCase(Locale.ROOT));
    }

    private static String scope(Environment environment) {
        List<String> namespaces = List.copyOf(environment.namespaces());
        if (namespaces.isEmpty()) {
            return "every namespace";
        }
        String named = String.join(", ", namespaces.subList(0, Math.min(NAMED, namespaces.size())));
        return namespaces.size() <= NAMED ? named : named + " and " + (namespaces.size() - NAMED) + " more";
    }
}

package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.environment.Environment;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Offers the bundled echo service where there is none. */
@Component
class EchoOffer {
    private static final String NAME = "echo";

    private final Clusters clusters;

    EchoOffer(Clusters clusters) {
        this.clusters = clusters;
    }

    /** @return the address of the plan; empty where an echo service is there, or where that is not known */
    Optional<String> path(Environment environment) {
        ClusterModel model = clusters.model(environment);
        boolean there = model.workloads().stream()
                .anyMatch(workload -> "echo-service".equals(workload.labels().get("app.kubernetes.io/name")));
        if (there || !model.freshness().live()) {
            return Optional.empty();
        }
        String namespace = environment.namespaces().isEmpty()
                ? NAME
                : environment.namespaces().first();
        return Optional.of(UriComponentsBuilder.fromPath("/environments/{environment}/operations/plan")
                .queryParam("kind", "deploy-echo")
                .queryParam("workload", "deployment")
                .queryParam("namespace", "{namespace}")
                .queryParam("name", NAME)
                .build()
                .expand(environment.name(), namespace)
                .encode()
                .toUriString());
    }
}

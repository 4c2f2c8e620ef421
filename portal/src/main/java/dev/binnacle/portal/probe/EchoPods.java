package dev.binnacle.portal.probe;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.environment.Environment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** The pods of the echo service that a probe can be sent to. */
@Component
class EchoPods {

    private static final String ECHO = "echo-service";

    private final Clusters clusters;

    EchoPods(Clusters clusters) {
        this.clusters = clusters;
    }

    /** @return one of those that are ready; nothing where there is none, or no Elasticsearch to look for its line in */
    Optional<Pod> any(Environment environment) {
        if (environment.elasticsearch() == null) {
            return Optional.empty();
        }
        List<Pod> pods = clusters.model(environment).pods().stream()
                .filter(pod -> pod.ready() && pod.deletedAt() == null)
                .filter(pod -> ECHO.equals(pod.labels().get("app.kubernetes.io/name")))
                .toList();
        return pods.isEmpty()
                ? Optional.empty()
                : Optional.of(pods.get(ThreadLocalRandom.current().nextInt(pods.size())));
    }

    /** @return why no probe can be sent */
    Optional<String> obstacle(Environment environment) {
        if (environment.elasticsearch() == null) {
            return Optional.of("This environment has no Elasticsearch.");
        }
        return any(environment).isPresent()
                ? Optional.empty()
                : Optional.of("No pod of the echo service is ready in this environment.");
    }
}

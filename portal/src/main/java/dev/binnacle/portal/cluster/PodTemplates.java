package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** The pod template of a revision, asked for when somebody compares two: the model does not keep templates. */
@Component
public class PodTemplates {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long MAX_BYTES = 4L << 20;

    private final LiveClusters clusters;

    PodTemplates(LiveClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * Asks the API server for a revision.
     *
     * @return each value of its pod template by its place, as in "spec.containers[echo].image"; values of environment
     *     variables as they are, which a page must not show
     * @throws dev.binnacle.portal.problem.NotFound where the revision is gone
     * @throws dev.binnacle.portal.problem.Forbidden where the credential may not read it
     * @throws Unavailable where the API server does not answer within 10 seconds, or with more than 4 MiB
     */
    public SortedMap<String, String> of(Environment environment, Revision revision) {
        String attempted =
                "Revision " + revision.number() + " of " + revision.workload().name() + " cannot be read";
        String system = "Kubernetes of " + environment.name();
        boolean deployment = revision.workload().kind() == WorkloadKind.DEPLOYMENT;
        String path = "/apis/apps/v1/namespaces/" + encoded(revision.workload().namespace())
                + (deployment ? "/replicasets/" : "/controllerrevisions/") + encoded(revision.name());
        try {
            return clusters.cluster(environment)
                    .informers()
                    .api()
                    .get(path, TIMEOUT, MAX_BYTES, body -> FlatTemplate.read(body, deployment));
        } catch (IOException failure) {
            throw ApiFailures.problem(failure, attempted, system);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(system, attempted + ".", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

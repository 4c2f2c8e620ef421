package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Requests to pods, which the API server passes on to the first port that the pod declares. */
@Component
public class PodProxy {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST = 1 << 20;

    private final LiveClusters clusters;

    PodProxy(LiveClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * Returns once the pod has answered, without an error and within 10 seconds.
     *
     * @param path with its query; begins with a slash
     * @throws dev.binnacle.portal.problem.NotFound where the pod, or what it is asked for, is not there
     * @throws dev.binnacle.portal.problem.Forbidden where the permission to get pods/proxy is missing
     * @throws Unavailable where the API server or the pod does not answer, or answers with an error
     */
    public void get(Environment environment, Pod pod, String path) {
        String attempted = "The pod " + pod.name() + " cannot be asked";
        String system = "Kubernetes of " + environment.name();
        try {
            String proxy = "/api/v1/namespaces/" + encoded(pod.namespace()) + "/pods/" + encoded(pod.name()) + "/proxy";
            clusters.cluster(environment).informers().api().get(proxy + path, TIMEOUT, MOST, PodProxy::drained);
        } catch (IOException failure) {
            throw ApiFailures.problem(failure, attempted, system);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(system, attempted + ".", stopped);
        }
    }

    private static long drained(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

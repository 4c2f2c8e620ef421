package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log of a container as the kubelet keeps it, asked for through the API server. */
@Component
public class PodLogs {

    private final LiveClusters clusters;

    PodLogs(LiveClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * Opens the log. Whoever reads it closes it, which ends the stream at the API server too.
     *
     * @return lines, each beginning with its time and a space; without an end where the log is followed
     * @throws dev.binnacle.portal.problem.NotFound where the pod is gone
     * @throws dev.binnacle.portal.problem.Forbidden where the permission to get pods/log is missing
     * @throws Unavailable where the API server or the kubelet does not answer within 15 seconds, or the container has no
     *     log yet
     */
    public InputStream open(Environment environment, Wanted wanted) {
        String attempted = "The log of " + wanted.pod() + " cannot be read";
        String system = "Kubernetes of " + environment.name();
        try {
            return clusters.cluster(environment).informers().api().stream(path(wanted));
        } catch (ApiRefusal refusal) {
            if (refusal.status() == 400) {
                String none = wanted.previous()
                        ? "There is no earlier run of " + wanted.container() + "."
                        : "The container " + wanted.container() + " has not started yet, so it has no log.";
                throw new Unavailable(system, none, refusal);
            }
            throw ApiFailures.problem(refusal, attempted, system);
        } catch (IOException failure) {
            throw ApiFailures.problem(failure, attempted, system);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(system, attempted + ".", stopped);
        }
    }

    private static String path(Wanted wanted) {
        String path = "/api/v1/namespaces/" + encoded(wanted.namespace()) + "/pods/" + encoded(wanted.pod())
                + "/log?timestamps=true&container=" + encoded(wanted.container()) + "&previous=" + wanted.previous()
                + "&follow=" + wanted.follow();
        return wanted.since() == null
                ? path + "&tailLines=" + wanted.lines()
                : path + "&sinceTime=" + encoded(wanted.since().toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Which log.
     *
     * @param previous that of the run before the current one
     * @param follow whether to wait for further lines
     * @param lines how many of the last ones to begin with
     * @param since begins there instead, to the second; null where it begins with the last lines
     */
    public record Wanted(
            String namespace,
            String pod,
            String container,
            boolean previous,
            boolean follow,
            int lines,
            @Nullable Instant since) {

        public Wanted {
            lines = Math.clamp(lines, 1, 2000);
        }
    }
}

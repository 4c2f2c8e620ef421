package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.environment.Environment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The last lines that a container wrote before it ended. */
@Component
class LastLines {
    private static final Logger LOG = LoggerFactory.getLogger(LastLines.class);
    private static final int LINES = 12;
    private static final int BYTES = 8192;
    private static final int LINE_LENGTH = 400;

    private final Clusters clusters;

    LastLines(Clusters clusters) {
        this.clusters = clusters;
    }

    /** @return at most {@value #LINES} lines of the container's previous run; none where they cannot be had */
    List<String> last(Environment environment, String namespace, String pod, String container) {
        try (InputStream log = clusters.client(environment)
                .pods()
                .inNamespace(namespace)
                .withName(pod)
                .inContainer(container)
                .terminated()
                .tailingLines(LINES)
                .getLogInputStream()) {
            return new String(log.readNBytes(BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + "…")
                    .toList();
        } catch (KubernetesClientException | IOException e) {
            LOG.info("No log of {}/{} {}", namespace, pod, container, e);
            return List.of();
        }
    }
}

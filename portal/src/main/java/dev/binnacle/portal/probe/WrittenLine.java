package dev.binnacle.portal.probe;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Looks for the line of a probe in the log of the pod that was asked. */
@Component
class WrittenLine {

    private static final int LONGEST_LOG = 1 << 20;

    private final PodLogs logs;

    WrittenLine(PodLogs logs) {
        this.logs = logs;
    }

    /** @throws dev.binnacle.portal.problem.Problem where the log cannot be read */
    boolean isThere(Environment environment, Pod pod, Probe probe) {
        var wanted =
                new PodLogs.Wanted(pod.namespace(), pod.name(), container(pod), false, false, 2_000, probe.startedAt());
        try (InputStream log = logs.open(environment, wanted)) {
            return new String(log.readNBytes(LONGEST_LOG), StandardCharsets.UTF_8).contains(probe.mark());
        } catch (IOException failure) {
            throw new Unavailable("Kubernetes of " + environment.name(), "The log broke off.", failure);
        }
    }

    private static String container(Pod pod) {
        return pod.containers().stream()
                .filter(container -> !container.init())
                .min(Comparator.comparing(container -> !container.image().contains("echo-service")))
                .map(Container::name)
                .orElse("");
    }
}

package dev.binnacle.sandbox.pod.probe;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a probe is made and how many answers count, with Kubernetes' defaults.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes">
 *     Configure probes</a>
 */
public record ProbeTiming(
        Duration initialDelay, Duration period, Duration timeout, int successThreshold, int failureThreshold) {

    public static ProbeTiming of(Probe probe) {
        return new ProbeTiming(
                seconds(probe.getInitialDelaySeconds(), 0),
                seconds(probe.getPeriodSeconds(), 10),
                seconds(probe.getTimeoutSeconds(), 1),
                Optional.ofNullable(probe.getSuccessThreshold()).orElse(1),
                Optional.ofNullable(probe.getFailureThreshold()).orElse(3));
    }

    /** The same for a container that has been running for a while: the initial delay counts from its start. */
    public ProbeTiming after(Duration running) {
        Duration rest = initialDelay.minus(running);
        return new ProbeTiming(
                rest.isNegative() ? Duration.ZERO : rest, period, timeout, successThreshold, failureThreshold);
    }

    private static Duration seconds(@Nullable Integer declared, int otherwise) {
        return Duration.ofSeconds(Optional.ofNullable(declared).orElse(otherwise));
    }
}

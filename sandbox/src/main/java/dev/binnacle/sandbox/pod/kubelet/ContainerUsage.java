package dev.binnacle.sandbox.pod.kubelet;

import java.time.Duration;
import java.time.Instant;

/**
 * What one container has used.
 *
 * @param cpu time on a processor since its start
 * @param memoryBytes resident memory now
 */
public record ContainerUsage(
        String namespace, String pod, String container, Instant startedAt, Duration cpu, long memoryBytes) {}

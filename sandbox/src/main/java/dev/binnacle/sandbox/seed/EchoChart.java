package dev.binnacle.sandbox.seed;

import java.util.Map;

/** What the sandbox knows of the echo service that it installs. */
final class EchoChart {
    static final String NAMESPACE = "echo";
    static final String NAME = "echo-service";
    /**
     * With faults to ask for, among the critical, and with an autoscaler that the load moves also on a busy machine,
     * where the work that requests ask for takes less CPU.
     */
    static final Map<String, String> VALUES = Map.of(
            "faults.allowed", "true",
            "autoscaling.targetCPUUtilizationPercentage", "40",
            "priorityClassName", "binnacle-critical");

    private EchoChart() {}
}

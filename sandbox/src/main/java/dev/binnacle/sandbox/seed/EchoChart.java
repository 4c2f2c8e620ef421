package dev.binnacle.sandbox.seed;

import com.marcnuri.helm.Helm;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import java.nio.file.Path;

/**
 * The chart of the echo service, as the sandbox installs it: with faults to ask for, among the critical, and with an
 * autoscaler that the load moves also on a busy machine, where the work that requests ask for takes less CPU.
 */
final class EchoChart {
    static final String NAMESPACE = "echo";
    static final String NAME = "echo-service";

    private EchoChart() {}

    /** The manifest for this version of Kubernetes, as YAML. */
    static String render(String kubernetesVersion) {
        Path chart = RepositoryFolder.find(Path.of("charts", NAME))
                .orElseThrow(() -> new PartFailure("The chart charts/echo-service is missing; run in the repository."));
        return new Helm(chart)
                .template()
                .withName(NAME)
                .withNamespace(NAMESPACE)
                .withKubeVersion(kubernetesVersion)
                .set("faults.allowed", true)
                .set("autoscaling.targetCPUUtilizationPercentage", 40)
                .set("priorityClassName", "binnacle-critical")
                .call();
    }
}

package dev.binnacle.sandbox.seed;

import com.marcnuri.helm.Helm;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import java.nio.file.Path;

/** The chart of the echo service, as the sandbox installs it: with faults to ask for, and among the critical. */
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
                .set("priorityClassName", "binnacle-critical")
                .call();
    }
}

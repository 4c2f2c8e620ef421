package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.HttpReadiness;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import dev.binnacle.sandbox.program.Program;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Argo Rollouts' controller, which takes canaries through their steps. */
public final class ArgoRollouts implements Part {
    /** The part's name. */
    public static final String NAME = "argo-rollouts";

    private static final String MODULE = "github.com/argoproj/argo-rollouts";

    private @Nullable Child child;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        Path program = Program.ROLLOUTS.require(context::building);
        context.starting("");
        Path definitions = Program.ROLLOUTS.sources(MODULE).folder().resolve("manifests/crds");
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            new Definitions(client).apply(definitions);
        }
        Child started = context.run(Command.of(
                NAME,
                List.of(
                        program.toString(),
                        "--kubeconfig=" + context.directory("kubernetes").resolve("admin.kubeconfig"),
                        "--leader-elect=false",
                        "--metricsPort=" + context.port("argo-rollouts-metrics"),
                        "--healthzPort=" + context.port("argo-rollouts-health"))));
        child = started;
        HttpReadiness.await(
                "Argo Rollouts",
                URI.create("http://127.0.0.1:" + context.port("argo-rollouts-health") + "/healthz"),
                started);
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }
}

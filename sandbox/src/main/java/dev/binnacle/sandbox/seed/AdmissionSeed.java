package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The admission webhook by its chart, which judges what is created in the namespaces labelled {@code requests=required}. */
public final class AdmissionSeed implements Part {
    private static final Chart CHART = new Chart("admission-webhook", "admission-webhook");

    @Override
    public String name() {
        return CHART.name();
    }

    @Override
    public Set<String> needs() {
        return Set.of(Seeds.NAME);
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build()) {
            new SeedObjects(client)
                    .add(CHART.render(
                            Map.of("namespaces.matchLabels.requests", "required"),
                            client.getKubernetesVersion().getGitVersion(),
                            context.directory("seeds")));
        }
    }

    @Override
    public void close() {
        // Its pods are the cluster's.
    }
}

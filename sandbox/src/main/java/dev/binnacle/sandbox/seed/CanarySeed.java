package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.kubernetes.ArgoRollouts;
import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The echo service a second time, as a Rollout in the namespace {@value #NAMESPACE}, with requests of which every third
 * asks for an error. The service does not give it: a version with {@code ECHO_ALLOW_FAULTS} does, and is taken back.
 */
public final class CanarySeed implements Part {
    private static final String NAMESPACE = "canary";

    private @Nullable EchoLoad load;

    @Override
    public String name() {
        return NAMESPACE;
    }

    @Override
    public Set<String> needs() {
        return Set.of(Seeds.NAME, ArgoRollouts.NAME, "prometheus");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        close();
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        var objects = new SeedObjects(client);
        objects.addResource("canary.yaml");
        objects.add(new Chart(EchoChart.NAME, NAMESPACE)
                .render(
                        values(context.addresses().get(Addresses.PROMETHEUS)),
                        client.getKubernetesVersion().getGitVersion(),
                        context.directory("seeds")));
        load = EchoLoad.failing(client, NAMESPACE);
    }

    /**
     * The chart's values by path: steps of three minutes take half a one, as Prometheus here asks every five seconds. It
     * finds a new pod some seconds late, and a rate wants two answers. A slow answer of a machine with much to do is of no
     * consequence.
     */
    public static Map<String, String> values(String prometheus) {
        return Map.of(
                "canary.enabled", "true",
                "canary.analysis.prometheus", prometheus,
                "canary.analysis.window", "25s",
                "canary.analysis.interval", "5s",
                "canary.analysis.count", "2",
                "canary.analysis.maxLatencySeconds", "30",
                "autoscaling.enabled", "false",
                "shutdown.preStopSeconds", "1",
                "shutdown.drainSeconds", "1");
    }

    @Override
    public void close() {
        if (load != null) {
            load.close();
            load = null;
        }
    }
}

package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The echo service by its chart and a dozen other workloads in several states. Each is made once: started again, this
 * part leaves alone what is there.
 */
public final class Seeds implements Part {
    /** The part's name. */
    public static final String NAME = "seeds";

    private static final Logger LOG = System.getLogger(Seeds.class.getName());
    private static final List<String> WORKLOADS = List.of("shop.yaml", "payments.yaml", "data.yaml", "platform.yaml");

    private static final Path PRIORITY_CLASSES = Path.of("deploy", "priority", "priority-classes.yaml");
    private static final Path HEADROOM = Path.of("deploy", "peak", "headroom.yaml");

    private @Nullable KubernetesClient client;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("pods", "metrics-server");
    }

    @Override
    public void start(PartContext context) throws IOException, InterruptedException {
        close();
        KubernetesClient opened = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        client = opened;
        SeedObjects objects = new SeedObjects(opened);
        objects.addResource("foundation.yaml");
        objects.addFile(PRIORITY_CLASSES);
        objects.addFile(HEADROOM);
        objects.add(new Chart(EchoChart.NAME, EchoChart.NAMESPACE)
                .render(EchoChart.VALUES, opened.getKubernetesVersion().getGitVersion(), context.directory("seeds")));
        for (String workloads : WORKLOADS) {
            objects.addResource(workloads);
        }
        Thread.ofVirtual().name("later-revisions").start(() -> rollLater(opened));
    }

    private static void rollLater(KubernetesClient client) {
        try {
            new LaterRevisions(client).roll();
        } catch (KubernetesClientException e) {
            LOG.log(Level.DEBUG, "The later revisions are not there", e);
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}

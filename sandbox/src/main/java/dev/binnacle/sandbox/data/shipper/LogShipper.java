package dev.binnacle.sandbox.data.shipper;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.Worker;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ships what pods write, also of pods that are pretended, until it is closed; waits where Elasticsearch is away. */
public final class LogShipper implements Part {
    private static final Logger LOG = System.getLogger(LogShipper.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private @Nullable Worker worker;

    @Override
    public String name() {
        return "log-shipper";
    }

    @Override
    public Set<String> needs() {
        return Set.of("kubernetes", "elasticsearch");
    }

    @Override
    public void start(PartContext context) throws IOException {
        close();
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        PodDirectory pods = new PodDirectory(client);
        LogIndex index = new LogIndex(URI.create(context.addresses().get(Addresses.ELASTICSEARCH)));
        Checkpoints checkpoints =
                new Checkpoints(context.directory("log-shipper").resolve("checkpoints"));
        Shipping shipping = new Shipping(context.directory("pods"), pods::find, index, checkpoints);
        worker = Worker.start("log-shipper", context, () -> {
            try (client;
                    pods;
                    index;
                    shipping) {
                ship(shipping);
            }
        });
    }

    private static void ship(Shipping shipping) throws InterruptedException {
        Duration pause = PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!shipping.round()) {
                    Thread.sleep(PAUSE);
                }
                pause = PAUSE;
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "Log lines wait", e);
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }
}

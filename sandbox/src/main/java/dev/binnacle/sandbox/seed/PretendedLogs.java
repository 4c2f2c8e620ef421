package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.Worker;
import dev.binnacle.sandbox.pod.log.PodLogs;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes logs for pods that kwok plays and whose annotation {@value PretendedContainer#SCRIPT} names a script, into the
 * same folder and format as those of pods that run.
 */
public final class PretendedLogs implements Part {
    private static final System.Logger LOG = System.getLogger(PretendedLogs.class.getName());
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Clock clock;
    private final RandomGenerator random;
    private @Nullable Worker worker;

    public PretendedLogs(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return "pretended-logs";
    }

    @Override
    public Set<String> needs() {
        return Set.of("nodes");
    }

    @Override
    public void start(PartContext context) throws IOException {
        close();
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        SharedIndexInformer<Pod> pods = client.pods().inAnyNamespace().inform();
        PodLogs files = new PodLogs(context.directory("pods"));
        LogWriters writers = new LogWriters(files, new ServedLogs(client, files), clock, random);
        worker = Worker.start("pretended-logs", context, () -> {
            try (client;
                    pods;
                    writers) {
                write(pods, writers);
            }
        });
    }

    private static void write(SharedIndexInformer<Pod> pods, LogWriters writers) throws InterruptedException {
        while (true) {
            try {
                writers.tick(pods.getStore().list());
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "Pretended logs were not written", e);
            }
            Thread.sleep(TICK);
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

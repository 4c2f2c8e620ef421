package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.part.Worker;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Sends load to the echo service that comes and goes, so that its autoscaler and its alerts have something to do. */
public final class LoadGenerator implements Part {
    private final Clock clock;
    private final Faults faults;
    private @Nullable Worker worker;

    public LoadGenerator(Clock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Seeds.NAME);
    }

    @Override
    public void start(PartContext context) throws IOException {
        close();
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        worker = Worker.start("load", context, () -> {
            Instant begin = clock.instant();
            try (client) {
                new EchoRequests(client, EchoChart.NAMESPACE, new SplittableRandom())
                        .keepSending(() -> faults.in(LoadWave.at(Duration.between(begin, clock.instant()))));
            }
        });
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }
}

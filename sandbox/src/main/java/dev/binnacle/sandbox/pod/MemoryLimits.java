package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Watches that no process takes more memory than its container may. */
final class MemoryLimits implements Runnable {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Supplier<Collection<PodWorker>> workers;

    MemoryLimits(Supplier<Collection<PodWorker>> workers) {
        this.workers = workers;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                workers.get().forEach(MemoryLimits::check);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(PodWorker worker) {
        worker.run().ifPresent(run -> {
            OptionalLong limit = limitBytes(run.container());
            Optional<ProcessUsage> usage = limit.isEmpty() ? Optional.empty() : ProcessUsage.of(run.processId());
            if (usage.isPresent() && usage.get().memoryBytes() > limit.getAsLong()) {
                worker.memoryExceeded();
            }
        });
    }

    private static OptionalLong limitBytes(Container container) {
        Quantity limit = Optional.ofNullable(container.getResources())
                .map(ResourceRequirements::getLimits)
                .map(limits -> limits.get("memory"))
                .orElse(null);
        return limit == null
                ? OptionalLong.empty()
                : OptionalLong.of(limit.getNumericalAmount().longValue());
    }
}

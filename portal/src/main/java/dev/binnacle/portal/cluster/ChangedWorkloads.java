package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gathers the workloads that changed, and tells rooms of them four times a second, as {@link ClusterChanged}. */
@Component
final class ChangedWorkloads {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedWorkloads.class);
    private static final long EVERY_MILLIS = 250;

    private final ApplicationEventPublisher rooms;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("changed-workloads").factory());
    private Map<Environment, Set<WorkloadKey>> changed = new HashMap<>();

    ChangedWorkloads(ApplicationEventPublisher rooms) {
        this.rooms = rooms;
        var _ = timer.scheduleWithFixedDelay(this::tellSafely, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    /** Never waits for a room. Workloads outside of the environment are left out. */
    synchronized void add(Environment environment, Set<WorkloadKey> workloads) {
        for (WorkloadKey key : workloads) {
            if (environment.covers(key.namespace())) {
                changed.computeIfAbsent(environment, _ -> new HashSet<>()).add(key);
            }
        }
    }

    private void tellSafely() {
        try {
            taken().forEach((environment, workloads) ->
                    rooms.publishEvent(new ClusterChanged(environment.id(), environment.name(), workloads)));
        } catch (RuntimeException failed) {
            LOG.warn("A change could not be told", failed);
        }
    }

    private synchronized Map<Environment, Set<WorkloadKey>> taken() {
        Map<Environment, Set<WorkloadKey>> taken = changed;
        changed = new HashMap<>();
        return taken;
    }
}

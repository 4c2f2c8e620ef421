package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.LiveUpdates;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells pages and rooms what changed, at most four times a second for each environment. */
@Component
final class ChangePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePublisher.class);
    private static final long EVERY_MILLIS = 250;

    private final LiveClusters clusters;
    private final LiveUpdates pages;
    private final ApplicationEventPublisher rooms;
    private final ScheduledFuture<?> round;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("cluster-changes").factory());

    ChangePublisher(LiveClusters clusters, LiveUpdates pages, ApplicationEventPublisher rooms) {
        this.clusters = clusters;
        this.pages = pages;
        this.rooms = rooms;
        this.round =
                timer.scheduleWithFixedDelay(this::publishSafely, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        round.cancel(true);
        timer.shutdownNow();
    }

    private void publishSafely() {
        try {
            publish();
        } catch (RuntimeException failed) {
            LOG.warn("A change could not be told", failed);
        }
    }

    private void publish() {
        Map<ConnectedCluster, Changes.Batch> batches = new HashMap<>();
        for (LiveClusters.ConnectedEnvironment one : clusters.connected()) {
            if (!batches.containsKey(one.cluster())) {
                Changes.Batch batch = one.cluster().changes().take();
                if (batch != null) {
                    batches.put(one.cluster(), batch);
                }
            }
        }
        for (LiveClusters.ConnectedEnvironment one : clusters.connected()) {
            Changes.Batch batch = batches.get(one.cluster());
            if (batch != null) {
                tell(one.environment(), batch);
            }
        }
    }

    private void tell(Environment environment, Changes.Batch batch) {
        if (batch.namespaces().stream().noneMatch(namespace -> namespace.isEmpty() || environment.covers(namespace))) {
            return;
        }
        batch.topics().forEach(topic -> pages.changed(environment.name(), topic));
        Set<WorkloadKey> workloads = batch.workloads().stream()
                .filter(key -> environment.covers(key.namespace()))
                .collect(Collectors.toUnmodifiableSet());
        if (!workloads.isEmpty()) {
            rooms.publishEvent(new ClusterChanged(environment.id(), environment.name(), workloads));
        }
    }
}

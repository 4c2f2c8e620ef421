package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.LiveUpdates;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells open pages at once what changed in the clusters, and leaves to {@link ChangedWorkloads} what rooms hear. */
@Component
final class ChangePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePublisher.class);

    /** Changes within this time of each other go together, which bounds what a storm of them costs. */
    private static final Duration TOGETHER = Duration.ofMillis(10);

    private final LiveClusters clusters;
    private final LiveUpdates pages;
    private final ChangedWorkloads rooms;
    private final Semaphore news = new Semaphore(0);
    private final Thread teller;

    ChangePublisher(LiveClusters clusters, LiveUpdates pages, ChangedWorkloads rooms) {
        this.clusters = clusters;
        this.pages = pages;
        this.rooms = rooms;
        this.teller = Thread.ofVirtual().name("cluster-changes").unstarted(this::publishAll);
        clusters.onChange(news::release);
        teller.start();
    }

    @PreDestroy
    void close() {
        teller.interrupt();
    }

    private void publishAll() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                publishSafely();
                Thread.sleep(TOGETHER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
        if (batch.namespaces().stream().anyMatch(namespace -> namespace.isEmpty() || environment.covers(namespace))) {
            pages.changed(environment.name(), batch.topics());
            rooms.add(environment, batch.workloads());
        }
    }
}

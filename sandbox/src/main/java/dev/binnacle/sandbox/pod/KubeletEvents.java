package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes events as the kubelet does: an event that repeats is counted, not written anew. Writing is done in the
 * background; while the API server does not answer, events beyond {@value #MOST_WAITING} are dropped.
 */
final class KubeletEvents implements AutoCloseable {

    static final int MOST_WAITING = 1000;

    private static final Logger LOG = System.getLogger(KubeletEvents.class.getName());
    private static final int MOST_REMEMBERED = 4096;

    private record Key(String uid, String container, String type, String reason, String message) {}

    private record Series(String name, Instant first, int count) {}

    private final KubernetesClient client;
    private final Clock clock;
    private final Map<Key, Series> series = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Series> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("events").factory());

    KubeletEvents(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    void normal(PodIdentity pod, String container, String reason, String message) {
        record(pod, new Key(pod.uid(), container, "Normal", reason, message));
    }

    void warning(PodIdentity pod, String container, String reason, String message) {
        record(pod, new Key(pod.uid(), container, "Warning", reason, message));
    }

    private void record(PodIdentity pod, Key key) {
        Instant now = clock.instant();
        try {
            writer.execute(() -> write(pod, key, now));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.DEBUG, "Event dropped: {0}", key);
        }
    }

    private void write(PodIdentity pod, Key key, Instant now) {
        Series before = series.get(key);
        try {
            if (before == null) {
                Event created = client.v1()
                        .events()
                        .inNamespace(pod.namespace())
                        .resource(event(pod, key, now))
                        .create();
                series.put(key, new Series(created.getMetadata().getName(), now, 1));
            } else {
                Series after = new Series(before.name(), before.first(), before.count() + 1);
                client.v1()
                        .events()
                        .inNamespace(pod.namespace())
                        .withName(before.name())
                        .patch(
                                PatchContext.of(PatchType.JSON_MERGE),
                                "{\"count\":%d,\"lastTimestamp\":\"%s\"}"
                                        .formatted(after.count(), Timestamps.seconds(now)));
                series.put(key, after);
            }
        } catch (KubernetesClientException failure) {
            series.remove(key);
            LOG.log(Level.DEBUG, "Event not written: {0}", failure.getMessage());
        }
    }

    private static Event event(PodIdentity pod, Key key, Instant now) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(pod.namespace())
                .withName(pod.name() + "." + Long.toHexString(System.nanoTime()))
                .endMetadata()
                .withInvolvedObject(pod.reference(key.container()))
                .withType(key.type())
                .withReason(key.reason())
                .withMessage(key.message())
                .withFirstTimestamp(Timestamps.seconds(now))
                .withLastTimestamp(Timestamps.seconds(now))
                .withCount(1)
                .withNewSource("kubelet", pod.node())
                .withReportingComponent("kubelet")
                .withReportingInstance(pod.node())
                .build();
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the logs of many containers at the same time into one queue; what does not fit there is counted and dropped. */
final class Followers implements Closeable {

    /** The most containers that are read at the same time. */
    static final int MOST = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final int WAITING = 20_000;
    private static final int LAST_LINES = 50;

    private final PodLogs logs;
    private final Environment environment;
    private final boolean previous;
    private final @Nullable Instant since;
    private final BlockingQueue<LoggedLine> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Set<String> begun = new HashSet<>();
    private final Map<String, LogLines> open = new ConcurrentHashMap<>();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();

    /**
     * @param previous whether the runs before the current ones are read, which have an end
     * @param since lines from then on; null for the last ones and those to come
     */
    Followers(PodLogs logs, Environment environment, boolean previous, @Nullable Instant since) {
        this.logs = logs;
        this.environment = environment;
        this.previous = previous;
        this.since = since;
    }

    /** Begins to read those containers of the pods that are not read yet. */
    void follow(Collection<Pod> pods) {
        for (Pod pod : pods) {
            for (Container container : pod.containers()) {
                boolean has = previous ? container.restarts() > 0 : container.state() instanceof Container.Running;
                // A container that ran again is a new log.
                String key = pod.uid() + "/" + container.name() + "/" + container.restarts();
                if (!container.init() && has && reading.get() < MOST && begun.add(key)) {
                    reading.incrementAndGet();
                    Thread.ofVirtual().name("log of " + pod.name()).start(() -> read(key, pod, container.name()));
                }
            }
        }
    }

    /** @return the next line; null where none comes in that time */
    @Nullable
    LoggedLine next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @return whether nothing is read any more and nothing waits */
    boolean ended() {
        return reading.get() == 0 && waiting.isEmpty();
    }

    /** @return how many lines were dropped since it was asked last */
    long dropped() {
        return dropped.getAndSet(0);
    }

    @Override
    public void close() {
        open.values().forEach(Followers::close);
    }

    private void read(String key, Pod pod, String container) {
        var wanted = new PodLogs.Wanted(
                pod.namespace(), pod.name(), container, previous, !previous, previous ? 2_000 : LAST_LINES, since);
        try (LogLines lines = new LogLines(logs.open(environment, wanted))) {
            open.put(key, lines);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!waiting.offer(LoggedLine.of(pod.name(), container, line))) {
                    dropped.incrementAndGet();
                }
            }
        } catch (IOException | Problem ended) {
            LOG.debug("The log of {} ended", pod.name(), ended);
        } finally {
            open.remove(key);
            reading.decrementAndGet();
        }
    }

    private static void close(LogLines lines) {
        try {
            lines.close();
        } catch (IOException ended) {
            LOG.debug("A log was closed", ended);
        }
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the logs of many containers at the same time into one queue; what does not fit there is counted and dropped. */
final class Followers implements Closeable {

    /** The most containers that are read at the same time. */
    static final int MOST = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final int WAITING = 20_000;

    private final Function<PodLogs.Wanted, InputStream> logs;
    private final FollowedRuns runs;
    private final BlockingQueue<LoggedLine> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Map<String, LogLines> open = new ConcurrentHashMap<>();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    /** @param logs opens one, as {@link PodLogs#open} does */
    Followers(Function<PodLogs.Wanted, InputStream> logs, FollowedRuns runs) {
        this.logs = logs;
        this.runs = runs;
    }

    /** Begins to read those containers of the pods that are not read yet. */
    void follow(Collection<Pod> pods) {
        for (LoggedRun run : runs.unread(pods)) {
            if (reading.get() < MOST) {
                runs.begin(run);
                reading.incrementAndGet();
                Thread.ofVirtual().name("log of " + run.pod().name()).start(() -> read(run));
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
        closed = true;
        open.values().forEach(Followers::close);
    }

    private void read(LoggedRun run) {
        String pod = run.pod().name();
        try (LogLines lines = new LogLines(logs.apply(runs.wanted(run)))) {
            open.put(run.key(), lines);
            if (closed) {
                return;
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!waiting.offer(LoggedLine.of(pod, run.container(), line))) {
                    dropped.incrementAndGet();
                }
            }
        } catch (Unavailable absent) {
            runs.failed(run);
            LOG.debug("The log of {} did not open", pod, absent);
        } catch (IOException | Problem ended) {
            LOG.debug("The log of {} ended", pod, ended);
        } finally {
            open.remove(run.key());
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

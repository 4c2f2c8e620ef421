package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.metric.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads every environment's alerts again and again, a few environments at a time, never one of them twice at once. One
 * that is slow does not hold up the others.
 */
@Component
class Polling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Polling.class);
    private static final int AT_ONCE = 8;

    private final Environments environments;
    private final Boards boards;
    private final Metrics metrics;
    private final Duration interval;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<EnvironmentId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alert-polling").factory());
    private volatile List<Environment> known = List.of();
    private volatile boolean running;

    Polling(
            Environments environments,
            Boards boards,
            Metrics metrics,
            @Value("${binnacle.alerts.interval:5s}") Duration interval) {
        this.environments = environments;
        this.boards = boards;
        this.metrics = metrics;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = true;
        var _ = ticking.scheduleWithFixedDelay(this::tick, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        ticking.shutdownNow();
        reading.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tick() {
        try {
            known = environments.all();
        } catch (RuntimeException e) {
            log.debug("Environments cannot be listed now; those known are read", e);
        }
        known.stream()
                .filter(environment -> underWay.add(environment.id()))
                .forEach(environment -> reading.execute(() -> read(environment)));
    }

    private void read(Environment environment) {
        try {
            places.acquire();
            try {
                metrics.check(environment);
                boards.refresh(environment);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Alerts of {} cannot be read", environment.name(), e);
        } finally {
            underWay.remove(environment.id());
        }
    }
}

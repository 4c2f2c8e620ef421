package dev.binnacle.portal.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** All pages that are open in browsers, by environment. */
@Component
class LivePages implements LiveUpdates {

    static final int MOST = 2_000;

    private final Map<String, Set<LivePage>> pages = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);

    LivePages(MeterRegistry meters) {
        meters.gauge("binnacle.live.pages", places, free -> MOST - free.availablePermits());
    }

    @Override
    public void changed(String environment, Set<String> topics) {
        pages.getOrDefault(environment, Set.of()).forEach(page -> page.changed(topics));
    }

    /** @return false where the portal feeds as many pages as it can */
    boolean add(String environment, LivePage page) {
        if (!places.tryAcquire()) {
            return false;
        }
        pages.compute(environment, (name, open) -> {
            Set<LivePage> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(page);
            return all;
        });
        return true;
    }

    void remove(String environment, LivePage page) {
        pages.computeIfPresent(environment, (name, open) -> {
            open.remove(page);
            return open.isEmpty() ? null : open;
        });
        places.release();
    }

    /** Lets the requests that feed pages end, so that a graceful shutdown need not wait for them. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        pages.values().forEach(open -> open.forEach(LivePage::close));
    }
}

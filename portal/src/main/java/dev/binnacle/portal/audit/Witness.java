package dev.binnacle.portal.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The furthest end of the trail that this replica has seen kept. A database that was put back to an earlier state is sound
 * in itself; only somebody outside can tell. As a metric, it is remembered by a Prometheus after the replica is gone.
 */
@Component
class Witness {

    private final AtomicReference<Head> furthest = new AtomicReference<>(new Head(0, Seal.NONE));

    Witness(MeterRegistry meters) {
        meters.gauge("binnacle.audit.entries", furthest, head -> head.get().number());
    }

    /** @param head of a trail that is committed */
    void saw(Head head) {
        furthest.accumulateAndGet(head, (known, seen) -> seen.number() > known.number() ? seen : known);
    }

    Head furthest() {
        return furthest.get();
    }
}

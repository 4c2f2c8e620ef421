package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Measures how far a tail lags behind what is searchable. */
class LogTailBench {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();

    private final LogStore store = TestIndex.storeAt(ELASTICSEARCH);

    /** A tail at 1,000 lines a second, beside a bare search that asks again without a pause. */
    @Test
    void aTailLagsLittleBehindWhatIsSearchable() throws Exception {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        Instant begun = Instant.now();
        index.line(begun, "shop", "echo-0", "first").written();
        index.send("PUT", "/" + index.name() + "/_settings", "{\"index.refresh_interval\": \"1s\"}");
        Environment environment = TestIndex.environmentOf("bench-tail", index.name(), "shop");
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> write(index, over));
        List<Long> bare = new ArrayList<>();
        Thread searcher = Thread.ofVirtual().start(() -> lags(over, bare, () -> newest(environment, begun)));
        List<Long> tail = new ArrayList<>();
        Tailing tailing = new Tailing(store, Clock.systemUTC());
        Instant[] cursor = {begun};
        Instant[] since = {begun};
        Thread browser = Thread.ofVirtual()
                .start(() -> lags(over, tail, () -> {
                    Thread.sleep(700);
                    TailPiece piece = tailing.after(environment, Asked.usually(), since[0], cursor[0], false);
                    since[0] = piece.since().isEmpty() ? since[0] : Instant.parse(piece.since());
                    cursor[0] = piece.newest().isEmpty() ? cursor[0] : Instant.parse(piece.newest());
                    return cursor[0];
                }));
        Thread.sleep(Duration.ofSeconds(30));
        over.set(true);
        writer.join();
        searcher.join();
        browser.join();
        System.out.printf(
                "tail at 1,000 lines/s: newest line p50 %.0f ms, p99 %.0f ms old; bare search p50 %.0f ms, p99 %.0f ms; %.0f ms"
                        + " at p99 (goal 1,000)%n",
                at(tail, 0.5), at(tail, 0.99), at(bare, 0.5), at(bare, 0.99), at(tail, 0.99) - at(bare, 0.99));
    }

    private Instant newest(Environment environment, Instant begun) {
        Search all =
                new Search(new Clause.Everything(), null, begun, Instant.now().plusSeconds(60), true);
        return store.last(environment, all, 1) instanceof SearchOutcome.Found<Lines>(Lines lines)
                ? lines.lines().getFirst().at()
                : begun;
    }

    private static void write(TestIndex index, AtomicBoolean over) {
        while (!over.get()) {
            long begun = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                index.line(Instant.now(), "shop", "echo-" + i % 8, "GET /api?item=" + i);
            }
            index.sent();
            sleep(Duration.ofMillis(100).minusNanos(System.nanoTime() - begun));
        }
    }

    private static void lags(AtomicBoolean over, List<Long> lags, Newest newest) {
        long warm = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!over.get()) {
            try {
                Instant at = newest.at();
                if (System.nanoTime() > warm) {
                    lags.add(Duration.between(at, Instant.now()).toNanos());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Newest {
        Instant at() throws InterruptedException;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.isNegative() ? Duration.ZERO : pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static double at(List<Long> nanos, double share) {
        return LogLoadBench.at(nanos, share);
    }
}

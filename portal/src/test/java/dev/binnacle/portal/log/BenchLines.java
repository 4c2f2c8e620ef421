package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.time.Instant;
import java.util.Map;

/** The lines that benches search: {@code -Dbench.lines} of them within 40 minutes, in one index for all. */
final class BenchLines {

    static final int LINES = Integer.getInteger("bench.lines", 200_000);

    static final TestIndex INDEX = index();

    private BenchLines() {}

    private static TestIndex index() {
        TestIndex index = TestIndex.mapped(Sandbox.shared().elasticsearch().url());
        // Otherwise the hundredth count of the same values would be a look into a cache.
        index.send("PUT", "/" + index.name() + "/_settings", "{\"index.requests.cache.enable\": false}");
        Instant begin = Instant.now().minusSeconds(3_000);
        for (int i = 0; i < LINES; i++) {
            String text = "GET /api?item=%d from 10.244.0.%d %s after %d ms"
                    .formatted(i, i % 250, i % 3 == 0 ? "connection refused" : "answered 200", i % 977);
            index.line(
                    begin.plusMillis(2_400_000L * i / LINES),
                    "shop",
                    "echo-7d9f8b6c5d-bcdf" + "bcdfghjk".charAt(i % 8),
                    text,
                    Map.of("level", i % 50 == 0 ? "error" : "info"));
            if (i % 10_000 == 9_999) {
                index.written();
            }
        }
        index.line(begin, "shop", "echo-7d9f8b6c5d-bcdfb", "end").written();
        return index;
    }
}

package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingSearchesTests {

    private static final PendingSearches.Key KEY = new PendingSearches.Key("alice", "1");

    private final PendingSearches searches = new PendingSearches();
    private final FutureTask<LogView> search = search();

    @Test
    void oneThatNobodyAsksForIsCancelled() {
        searches.left(KEY, search);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(search).isCancelled());
        assertThat(searches.size()).isZero();
        assertThat(searches.asked(KEY)).isEmpty();
    }

    @Test
    void oneThatIsAskedForGoesOn() {
        searches.left(KEY, search);
        await().during(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(searches.asked(KEY)).contains(search));

        assertThat(search.isCancelled()).isFalse();
        searches.ended(KEY);
        assertThat(searches.size()).isZero();
    }

    @Test
    void nobodyElseFindsIt() {
        searches.left(KEY, search);

        assertThat(searches.asked(new PendingSearches.Key("bob", "1"))).isEmpty();
        searches.cancel(new PendingSearches.Key("bob", "1"));
        assertThat(search.isCancelled()).isFalse();
        searches.cancel(KEY);
        assertThat(search.isCancelled()).isTrue();
    }

    @Test
    void anAccountLeavesNoMoreThanItMaySearchAtOnce() {
        IntStream.range(0, SearchQueue.AT_ONCE)
                .forEach(i -> searches.left(new PendingSearches.Key("alice", "other " + i), search()));
        searches.left(KEY, search);

        assertThat(search.isCancelled()).isTrue();
        assertThat(searches.size()).isEqualTo(SearchQueue.AT_ONCE);
    }

    private static FutureTask<LogView> search() {
        return new FutureTask<>(() -> {
            throw new IllegalStateException("Nobody runs it");
        });
    }
}

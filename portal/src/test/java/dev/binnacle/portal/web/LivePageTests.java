package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivePageTests {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final LivePage page = new LivePage(List.of("pod/shop/echo-1", "alerts"));

    @Test
    void theFirstChangeIsToldAtOnce() {
        page.changed(Set.of("pods", "pod/shop/echo-1"));
        assertThat(page.next(Duration.ZERO)).containsExactly("pod/shop/echo-1");
    }

    @Test
    void whatThePageDoesNotShowIsNotTold() {
        page.changed(Set.of("pods", "pod/shop/echo-2"));
        assertThat(page.next(MOMENT)).isEmpty();
    }

    @Test
    void whatFollowsFromAChangeIsToldAtOnceToo() {
        page.changed(Set.of("pod/shop/echo-1"));
        page.next(Duration.ZERO);
        page.changed(Set.of("alerts"));
        assertThat(page.next(Duration.ZERO)).containsExactly("alerts");
    }

    @Test
    void manyChangesAreToldFourTimesASecondAtMostAndTheLastOneAlways() {
        int told = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofMillis(1900).toNanos()) {
            page.changed(Set.of("alerts"));
            told += page.next(Duration.ofMillis(1)).size();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(told).isBetween(3, 4 * (1 + (int) seconds));
        page.changed(Set.of("alerts"));
        assertThat(page.next(LONG)).containsExactly("alerts");
        assertThat(page.next(MOMENT)).isEmpty();
    }

    @Test
    void topicsThatChangeTogetherAreToldTogether() {
        page.changed(Set.of("alerts"));
        page.changed(Set.of("pod/shop/echo-1"));
        assertThat(page.next(Duration.ZERO)).containsExactlyInAnyOrder("alerts", "pod/shop/echo-1");
        assertThat(page.next(MOMENT)).isEmpty();
    }

    @Test
    void aClosedPageWaitsNoLonger() throws Exception {
        var closing = Thread.ofVirtual().start(page::close);
        assertThat(page.next(Duration.ofSeconds(30))).isEmpty();
        assertThat(page.isClosed()).isTrue();
        closing.join();
    }
}

package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivePageTests {

    private static final Duration MOMENT = Duration.ofMillis(100);

    @Test
    void theFirstChangeIsToldAtOnce() {
        var page = new LivePage();
        page.changed("pods");
        assertThat(page.next(Duration.ZERO)).containsExactly("pods");
    }

    @Test
    void manyChangesWithinASecondAreOne() {
        var page = new LivePage();
        page.changed("pods");
        page.next(MOMENT);
        for (int change = 0; change < 1_000; change++) {
            page.changed("pods");
        }
        assertThat(page.next(MOMENT)).isEmpty();
        long begin = System.nanoTime();
        assertThat(page.next(Duration.ofSeconds(5))).containsExactly("pods");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(page.next(MOMENT)).isEmpty();
    }

    @Test
    void oneTopicDoesNotWaitForAnother() {
        var page = new LivePage();
        page.changed("pods");
        page.next(MOMENT);
        page.changed("pods");
        page.changed("alerts");
        assertThat(page.next(MOMENT)).containsExactly("alerts");
    }

    @Test
    void topicsThatNobodyReadsDoNotGrow() {
        var page = new LivePage();
        for (int topic = 0; topic < 10_000; topic++) {
            page.changed("topic " + topic);
        }
        assertThat(page.next(MOMENT)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void aClosedPageWaitsNoLonger() throws Exception {
        var page = new LivePage();
        var closing = Thread.ofVirtual().start(page::close);
        assertThat(page.next(Duration.ofSeconds(30))).isEmpty();
        assertThat(page.isClosed()).isTrue();
        closing.join();
    }
}

package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TailWindowTests {

    private static final Instant NOW = Instant.parse("2026-11-17T03:12:00Z");

    @Test
    void itMovesOnWithTheNewestLine() {
        assertThat(new TailWindow(minutesAgo(20), minutesAgo(3), NOW).next()).isEqualTo(minutesAgo(4));
        assertThat(new TailWindow(minutesAgo(20), NOW.plusSeconds(90), NOW).next())
                .as("by a clock that is ahead")
                .isEqualTo(minutesAgo(1));
    }

    @Test
    void itNeverMovesBack() {
        Instant begun = NOW.minusSeconds(20);

        assertThat(new TailWindow(begun, begun.plusSeconds(10), NOW).next()).isEqualTo(begun);
    }

    @Test
    void whereNoLineComesItIsNoLongerThanHalfAnHour() {
        assertThat(new TailWindow(minutesAgo(600), minutesAgo(600), NOW).next()).isEqualTo(minutesAgo(30));
    }

    @Test
    void itWaitsAsLongForThePartsOfTheIndexThatDoNotAnswer() {
        assertThat(new TailWindow(minutesAgo(20), NOW, NOW).nextOfParts()).isEqualTo(minutesAgo(20));
        assertThat(new TailWindow(minutesAgo(600), NOW, NOW).nextOfParts()).isEqualTo(minutesAgo(30));
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}

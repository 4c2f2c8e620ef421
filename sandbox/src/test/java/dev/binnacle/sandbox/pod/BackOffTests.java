package dev.binnacle.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTests {

    private final BackOff backOff = new BackOff();

    @Test
    void theFirstRetryIsImmediateAndLaterOnesWaitTwiceAsLongUpToFiveMinutes() {
        List<String> waits = new ArrayList<>();
        Instant now = Instant.EPOCH;
        for (int failure = 0; failure < 8; failure++) {
            Duration wait = backOff.after(now);
            waits.add(BackOff.display(wait));
            now = now.plus(wait);
            backOff.retried(now);
        }
        assertThat(waits).containsExactly("0s", "10s", "20s", "40s", "1m20s", "2m40s", "5m0s", "5m0s");
    }

    @Test
    void tenQuietMinutesAreForgiven() {
        backOff.retried(Instant.EPOCH);
        backOff.retried(Instant.EPOCH.plusSeconds(10));

        assertThat(backOff.after(Instant.EPOCH.plusSeconds(609))).isEqualTo(Duration.ofSeconds(20));
        assertThat(backOff.after(Instant.EPOCH.plusSeconds(611))).isZero();
    }
}

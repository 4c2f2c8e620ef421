package dev.binnacle.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadWaveTests {
    @Test
    void isQuietForAMinuteThenRises() {
        assertThat(LoadWave.at(Duration.ZERO).requestsPerSecond()).isEqualTo(1);
        assertThat(LoadWave.at(Duration.ofSeconds(59)).burnMillis()).isZero();
        assertThat(LoadWave.at(Duration.ofMinutes(2)).requestsPerSecond()).isBetween(8.0, 9.0);
        assertThat(LoadWave.at(Duration.ofMinutes(4)).requestsPerSecond()).isEqualTo(16);
        assertThat(LoadWave.at(Duration.ofMinutes(10)).requestsPerSecond()).isEqualTo(1);
    }

    @Test
    void hasErrorsAtTheTopOfEveryOtherWave() {
        assertThat(LoadWave.at(Duration.ofMinutes(4)).errorShare()).isZero();
        assertThat(LoadWave.at(Duration.ofMinutes(16)).errorShare()).isPositive();
        assertThat(LoadWave.at(Duration.ofMinutes(28)).errorShare()).isZero();
    }

    @Test
    void asksForLessThanHalfACoreAtAnyTime() {
        assertThat(IntStream.range(0, 3600).mapToObj(second -> LoadWave.at(Duration.ofSeconds(second))))
                .allMatch(moment -> moment.requestsPerSecond() * moment.burnMillis() <= 500);
    }
}

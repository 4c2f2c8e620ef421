package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void theFirstTwoAreToldAtOnceAndTheOthersApart() {
        assertThat(told(new Pace(), List.of(0L, 1L, 2L, 3L, 4L)))
                .containsExactly(0L, 1L, 250_000_001L, 500_000_001L, SECOND);
    }

    @Property
    void noSecondHasMoreThanFour(@ForAll long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        List<Long> changes = new ArrayList<>(List.of(Long.MAX_VALUE - SECOND)); // nanoTime may overflow
        for (int change = 0; change < 60; change++) {
            changes.add(changes.getLast() + random.nextLong(SECOND / 2));
        }
        List<Long> told = told(new Pace(), changes);
        for (int first = 0; first + Pace.MOST < told.size(); first++) {
            assertThat(told.get(first + Pace.MOST) - told.get(first)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    private static List<Long> told(Pace pace, List<Long> changes) {
        List<Long> told = new ArrayList<>();
        for (long change : changes) {
            long now = told.isEmpty() || change - told.getLast() > 0 ? change : told.getLast();
            now += Math.max(0, pace.rest(now));
            pace.told(now);
            told.add(now);
        }
        return told;
    }
}

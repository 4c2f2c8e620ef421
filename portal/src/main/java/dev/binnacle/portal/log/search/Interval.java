package dev.binnacle.portal.log.search;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Chooses how wide the bars of a histogram are. */
final class Interval {

    private static final int MAX_BARS = 75;

    private static final List<Duration> WIDTHS = Stream.concat(
                    Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200)
                            .map(Duration::ofSeconds),
                    Stream.of(1, 2, 7, 14, 30, 90, 365, 3_650).map(Duration::ofDays))
            .toList();

    private Interval() {}

    /** @return the narrowest round width that makes at most 75 bars of the range */
    static Duration fitting(Duration range) {
        return WIDTHS.stream()
                .filter(width -> range.dividedBy(width) < MAX_BARS)
                .findFirst()
                .orElse(WIDTHS.getLast());
    }
}

package dev.binnacle.portal.log.search;

import java.time.Instant;
import java.util.List;

/**
 * The lines of one interval of a histogram.
 *
 * @param errors those of the lines that report an error
 * @param parts how many lines have each value of the search's split, in its order; none where there is no split
 */
public record Bucket(Instant from, long lines, long errors, List<Long> parts) {

    public Bucket {
        parts = List.copyOf(parts);
    }

    Bucket(Instant from, long lines, long errors) {
        this(from, lines, errors, List.of());
    }
}

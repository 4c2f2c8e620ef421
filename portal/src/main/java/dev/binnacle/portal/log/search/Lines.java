package dev.binnacle.portal.log.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were found.
 *
 * @param lines one page of them, in the order asked for
 * @param buckets how many lines there are over time; empty for a further page
 * @param interval the width of a bucket
 * @param took what Elasticsearch says that it needed
 * @param failedShards parts of the index that did not answer; what is counted is too low where there are any
 * @param next where to go on; null after the last line
 */
public record Lines(
        List<Line> lines,
        List<Bucket> buckets,
        Duration interval,
        Duration took,
        int failedShards,
        @Nullable Continuation next) {

    /** No line at all. */
    public static final Lines NONE = new Lines(List.of(), List.of(), Duration.ZERO, Duration.ZERO, 0, null);

    public Lines {
        lines = List.copyOf(lines);
        buckets = List.copyOf(buckets);
    }

    /** @return the lines that match, exactly, of those parts of the index that answered */
    public long total() {
        return buckets.stream().mapToLong(Bucket::lines).sum();
    }

    /** @return the lines that report an error */
    public long errors() {
        return buckets.stream().mapToLong(Bucket::errors).sum();
    }
}

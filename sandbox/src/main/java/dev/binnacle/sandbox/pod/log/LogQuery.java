package dev.binnacle.sandbox.pod.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reader asks of a log, as the {@code PodLogOptions} of the Kubernetes API.
 *
 * @param tailLines how many of the last lines, negative for all
 * @param limitBytes after how many bytes to stop, negative for no limit
 */
public record LogQuery(
        boolean follow,
        boolean timestamps,
        int tailLines,
        long limitBytes,
        Optional<Instant> since,
        Optional<LogStream> stream) {

    /** Everything written so far. */
    public static final LogQuery ALL = new LogQuery(false, false, -1, -1, Optional.empty(), Optional.empty());

    boolean accepts(LogEntry entry) {
        return since.map(start -> !entry.time().isBefore(start)).orElse(true)
                && stream.map(wanted -> wanted == entry.stream()).orElse(true);
    }
}

package dev.binnacle.portal.log.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the indices of an environment hold, and how far they lag behind.
 *
 * @param indices the newest first
 * @param fields how many fields they have together
 * @param conflicts fields that some indices map otherwise than others
 * @param newest when the newest line of the environment was written; null where it has none
 * @param lately how many of its lines were written in the last five minutes
 */
public record Pipeline(
        List<Index> indices,
        int fields,
        List<String> conflicts,
        @Nullable Instant newest,
        long lately) {

    /** What the names of indices begin with that no shipper writes to: those of lifecycles, and our own. */
    private static final Pattern CLOSED = Pattern.compile("partial-|shrink-|" + RestoredLines.PREFIX);

    public Pipeline {
        indices = List.copyOf(indices);
        conflicts = List.copyOf(conflicts);
    }

    /** @return the index that has most of the fields it may have, of those that are written to: the newest of each series */
    public Optional<Index> fullest() {
        return indices.stream()
                .filter(index -> !CLOSED.matcher(index.name()).lookingAt())
                .collect(Collectors.toMap(Index::series, Function.identity(), (newest, _) -> newest))
                .values()
                .stream()
                .max(Comparator.comparingDouble(Index::fullness));
    }

    /**
     * One index.
     *
     * @param health as Elasticsearch says it: "green", "yellow", "red"; empty where it does not
     * @param lines of whichever environment; -1 where that is not known
     * @param bytes on all nodes, copies included; -1 where that is not known
     * @param createdAt null where it is not known
     * @param fields as many as count towards the limit; 0 where that is not known
     */
    public record Index(
            String name,
            String health,
            long lines,
            long bytes,
            @Nullable Instant createdAt,
            Lifecycle lifecycle,
            long fields,
            long fieldLimit) {

        /** What Elasticsearch allows unless it is told otherwise. */
        static final long USUAL_FIELD_LIMIT = 1_000;

        /** What tells indices of a series apart: a day or a month, and how often it was rolled over, in six digits. */
        private static final Pattern TURN = Pattern.compile("(?:[-._](?:\\d{4}(?:[-._]\\d{2}){1,3}|\\d{6,}))+$");

        /** @return what it has in common with those before and after it, as in "logs" of "logs-000002" */
        String series() {
            return TURN.matcher(name).replaceFirst("");
        }

        /** @return the part of the fields it may have, from 0 to 1 */
        public double fullness() {
            return (double) fields / Math.max(1, fieldLimit);
        }
    }
}

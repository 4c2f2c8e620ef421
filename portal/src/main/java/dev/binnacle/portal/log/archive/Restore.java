package dev.binnacle.portal.log.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time whose lines are brought back, or were.
 *
 * @param from the first moment
 * @param to the moment after the last
 * @param expiresAt from when its lines may go again
 * @param endedAt null while it goes on
 * @param trouble why it ended early; empty where it did not
 * @param waitsFor what failed at the last try, which is repeated; empty where it did not
 * @param removedAt when its lines were let go; null while they are there
 * @param progress how far it is
 */
public record Restore(
        UUID id,
        String askedBy,
        Instant askedAt,
        Instant from,
        Instant to,
        Instant expiresAt,
        @Nullable Instant endedAt,
        String trouble,
        String waitsFor,
        @Nullable Instant removedAt,
        Progress progress) {

    public boolean goesOn() {
        return endedAt == null;
    }

    /**
     * How far a restore is.
     *
     * @param bytesDone packed, of the files that were read to their end
     * @param kept lines of the time that are in the index
     * @param notes what is to be said of single files, each once
     */
    public record Progress(int files, int filesDone, long bytes, long bytesDone, long kept, String notes, Gaps gaps) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0, "", new Gaps(0, "", 0, null, null));
    }

    /**
     * Which lines are missing, and which have no time of their own.
     *
     * @param refused lines that Elasticsearch does not take, not even as text
     * @param refusal why, of the first of them; empty where there is none
     * @param untimed lines in the index that have the time at which their file was rotated
     * @param firstUntimed the first such time; null where there is no such line
     * @param lastUntimed the last one
     */
    public record Gaps(
            long refused,
            String refusal,
            long untimed,
            @Nullable Instant firstUntimed,
            @Nullable Instant lastUntimed) {}
}

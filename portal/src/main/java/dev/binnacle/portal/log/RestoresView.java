package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.archive.Restore;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was brought back, newest first.
 *
 * @param goesOn whether something is still being brought back
 */
record RestoresView(String environment, boolean goesOn, List<Row> rows) {

    /**
     * @param word its state
     * @param says how far it is, or what came of it
     * @param done of {@code whole}, for a bar
     * @param search the lines of its time on the log page
     * @param untimed those that have the time of their file, there; null where none has
     * @param held whether its lines are there
     */
    record Row(
            UUID id,
            Instant from,
            Instant to,
            Status status,
            String word,
            String says,
            long done,
            long whole,
            String askedBy,
            Instant expiresAt,
            String search,
            @Nullable String untimed,
            boolean goesOn,
            boolean held) {}

    static RestoresView of(Environment environment, List<Restore> restores, Instant now) {
        return new RestoresView(
                environment.name(),
                restores.stream().anyMatch(Restore::goesOn),
                restores.stream().map(restore -> row(environment, restore, now)).toList());
    }

    private static Row row(Environment environment, Restore restore, Instant now) {
        Restore.Progress progress = restore.progress();
        boolean held = restore.removedAt() == null && restore.expiresAt().isAfter(now);
        return new Row(
                restore.id(),
                restore.from(),
                restore.to(),
                RestoreReport.status(restore, held),
                RestoreReport.word(restore, held),
                RestoreReport.says(restore, held),
                progress.bytesDone(),
                Math.max(1, progress.bytes()),
                restore.askedBy(),
                restore.expiresAt(),
                search(environment, restore.from(), restore.to()),
                held ? untimed(environment, progress.gaps()) : null,
                restore.goesOn(),
                held);
    }

    private static @Nullable String untimed(Environment environment, Restore.Gaps gaps) {
        Instant first = gaps.firstUntimed();
        Instant last = gaps.lastUntimed();
        return first == null || last == null ? null : search(environment, first, last.plusMillis(1));
    }

    private static String search(Environment environment, Instant from, Instant to) {
        return Asked.usually().during(from.toString(), to.toString()).link(environment.name());
    }
}

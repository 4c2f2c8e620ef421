package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Restores as a form records them, but nobody else works on them. */
record RecordedRestores(Archives archives, RestoreRecords records, RestoreFiles files) {

    UUID of(Environment environment, Instant from, Instant to) {
        return of(environment, from, to, archives.list(environment, from, to).files());
    }

    UUID of(Environment environment, Instant from, Instant to, List<ArchivedFile> listed) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        records.add(
                environment.id().value(),
                new Restore(
                        id,
                        "alice",
                        now,
                        from,
                        to,
                        now.plus(Duration.ofDays(1)),
                        null,
                        "",
                        "",
                        null,
                        Restore.Progress.NONE));
        files.add(id, environment, listed);
        return id;
    }
}

package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.search.RestoredLines;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings restores on, file by file, two at a time on a replica; each goes on where it was after an interruption. */
@Component
class RestoreWork {

    private static final Duration SOON = Duration.ofSeconds(2);
    /** Small files share a turn: there is a pause between two. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Environments environments;
    private final Archives archives;
    private final RestoreRecords records;
    private final RestoreFiles files;
    private final RestoredLines lines;
    private final LettingGo letting;
    private final Clock clock;
    private final Duration retry;
    private final Semaphore places = new Semaphore(2);

    /** @param retry how long to wait where the storage or Elasticsearch fails */
    RestoreWork(
            Environments environments,
            Archives archives,
            RestoreRecords records,
            RestoreFiles files,
            RestoredLines lines,
            LettingGo letting,
            Clock clock,
            @Value("${binnacle.logs.restore-retry:10s}") Duration retry) {
        this.environments = environments;
        this.archives = archives;
        this.records = records;
        this.files = files;
        this.lines = lines;
        this.letting = letting;
        this.clock = clock;
        this.retry = retry;
    }

    /** Brings back the next files. Returns when to go on; nothing once all is done. */
    Optional<Instant> advance(UUID id) {
        Optional<Environment> environment = files.environmentOf(id).flatMap(environments::identified);
        Optional<RestoreFiles.Unread> next = files.next(id);
        if (environment.isEmpty() || next.isEmpty()) {
            if (!records.end(id, clock.instant(), environment.isEmpty() ? "The environment is gone." : "")) {
                // Somebody ended it, perhaps while lines were being written, which made their index anew.
                environment.ifPresent(letting::go);
            }
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            return Optional.of(clock.instant().plus(SOON));
        }
        Environment known = environment.get();
        try (Bucket bucket = archives.bucket(known.id())) {
            Restore restore = records.find(known.id().value(), id).orElseThrow();
            Instant end = clock.instant().plus(TURN);
            while (next.isPresent() && clock.instant().isBefore(end)) {
                new FileRestoring(known, restore, next.get(), files, lines).from(bucket);
                files.waits(id, "");
                next = files.next(id);
            }
            return Optional.of(clock.instant());
        } catch (NotFound | Forbidden refused) {
            records.end(id, clock.instant(), refused.sentence());
            return Optional.empty();
        } catch (Unavailable failing) {
            files.waits(id, failing.sentence());
            return Optional.of(clock.instant().plus(retry));
        } finally {
            places.release();
        }
    }
}

package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.MortalDatabase;
import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Newest;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Kills at moments of chance while a time is brought back: each line is there once. */
@PageTest
@Import({ArchivedPlatform.class, MortalDatabase.Everywhere.class})
class RestoreKillTests {

    private static final int MOST_KILLS = 12;
    private static final int LINES = 9_000;
    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);
    private final Archives archives;
    private final RestoreRecords records;
    private final RestoreFiles files;
    private final RestoreWork work;
    private final LogStore store;

    RestoreKillTests(Archives archives, RestoreRecords records, RestoreFiles files, RestoreWork work, LogStore store) {
        this.archives = archives;
        this.records = records;
        this.files = files;
        this.work = work;
        this.store = store;
    }

    @Test
    void eachLineComesBackOnce() throws Exception {
        archive(1990, "1", "shop", json(1990, 0, 6_400));
        archive(1990, "2", "shop", json(1990, 6_400, LINES - 6_400));
        UUID id = recorded(ArchivedPlatform.HERE, at(1990, 0), at(1990, LINES));
        int killed = 0;
        Optional<Instant> next = Optional.of(Instant.EPOCH);
        while (next.isPresent()) {
            if (killed < MOST_KILLS) {
                MortalDatabase.dieAfter(random.nextInt(14));
            }
            try {
                next = work.advance(id);
            } catch (MortalDatabase.Killed now) {
                killed++;
            } finally {
                MortalDatabase.live();
            }
        }
        Restore restore = records.find(ArchivedPlatform.HERE.id().value(), id).orElseThrow();
        assertThat(killed).as("kills, seed " + SEED).isPositive();
        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().kept()).as("lines, seed " + SEED).isEqualTo(LINES);
        assertThat(found()).as("lines in the index, seed " + SEED).isEqualTo(LINES);
    }

    /** As a form records it, but nobody else works on it. */
    private UUID recorded(Environment environment, Instant from, Instant to) {
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
                        new Restore.Progress(0, 0, 0, 0, 0, "")));
        files.add(id, environment, archives.list(environment, from, to).files());
        return id;
    }

    private long found() {
        ArchivedPlatform.refresh();
        Search all = new Search(new Clause.Everything(), null, at(1990, 0), at(1990, LINES), true);
        return store.newest(ArchivedPlatform.HERE, all, 10)
                        instanceof SearchOutcome.Found(Newest(List<?> _, long total, int _))
                ? total
                : -1;
    }
}

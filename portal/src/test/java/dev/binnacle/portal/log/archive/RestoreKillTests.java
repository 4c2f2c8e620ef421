package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static dev.binnacle.portal.log.archive.ArchivedLines.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.MortalDatabase;
import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Newest;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
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
    private final RestoreRecords records;
    private final RestoreFiles files;
    private final RestoreWork work;
    private final LogStore store;
    private final RecordedRestores recorded;

    RestoreKillTests(Archives archives, RestoreRecords records, RestoreFiles files, RestoreWork work, LogStore store) {
        this.records = records;
        this.files = files;
        this.work = work;
        this.store = store;
        this.recorded = new RecordedRestores(archives, records, files);
    }

    @Test
    void eachLineComesBackOnce() throws Exception {
        archive(1990, "1", "shop", json(1990, 0, 6_400));
        archive(1990, "2", "shop", json(1990, 6_400, LINES - 6_400));
        Restore restore = restoredUnderKills(recorded.of(ArchivedPlatform.HERE, at(1990, 0), at(1990, LINES)));

        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().kept()).as("lines, seed " + SEED).isEqualTo(LINES);
        assertThat(found(at(1990, 0), at(1990, LINES)))
                .as("lines in the index, seed " + SEED)
                .isEqualTo(LINES);
    }

    @Test
    void linesThatAreRefusedOrSayNoTimeCountOnce() throws Exception {
        archive(
                1991,
                "1",
                "shop",
                lines(4_500, number -> number % 1_500 == 7 ? ArchivedLines.UNFIT + "\n" : "line " + number + "\n"));
        Restore restore = restoredUnderKills(recorded.of(ArchivedPlatform.HERE, at(1991, 0), at(1991, 10)));

        assertThat(restore.progress().kept()).as("lines, seed " + SEED).isEqualTo(4_497);
        assertThat(restore.progress().gaps().refused())
                .as("refused, seed " + SEED)
                .isEqualTo(3);
        assertThat(restore.progress().gaps().untimed())
                .as("untimed, seed " + SEED)
                .isEqualTo(4_497);
        assertThat(found(
                        ArchivedLines.rotated(1991), ArchivedLines.rotated(1991).plusSeconds(1)))
                .isEqualTo(4_497);
    }

    @Test
    void aBatchThatTwoReplicasWriteCountsOnce() throws Exception {
        archive(1992, "1", "shop", json(1992, 0, 1));
        UUID id = recorded.of(ArchivedPlatform.HERE, at(1992, 0), at(1992, 10));
        RestoreFiles.Unread unread = files.next(id).orElseThrow();
        RestoreFiles.Counts counts = new RestoreFiles.Counts(900, 100, "too long", 50);

        assertThat(files.advance(id, unread.key(), unread.read(), 1_000, counts))
                .isTrue();
        assertThat(files.advance(id, unread.key(), unread.read(), 1_000, counts))
                .isFalse();

        Restore.Progress progress = records.find(ArchivedPlatform.HERE.id().value(), id)
                .orElseThrow()
                .progress();
        assertThat(progress.kept()).isEqualTo(900);
        assertThat(progress.gaps())
                .isEqualTo(new Restore.Gaps(100, "too long", 50, unread.rotatedAt(), unread.rotatedAt()));
    }

    private Restore restoredUnderKills(UUID id) {
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
        assertThat(killed).as("kills, seed " + SEED).isPositive();
        return records.find(ArchivedPlatform.HERE.id().value(), id).orElseThrow();
    }

    private long found(Instant from, Instant to) {
        ArchivedPlatform.refresh();
        Search all = new Search(new Clause.Everything(), null, from, to, true);
        return store.newest(ArchivedPlatform.HERE, all, from, 10)
                        instanceof SearchOutcome.Found(Newest(List<?> _, long total, long _, int _))
                ? total
                : -1;
    }
}

package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static dev.binnacle.portal.log.archive.ArchivedLines.name;
import static dev.binnacle.portal.log.archive.ArchivedLines.rotated;
import static dev.binnacle.portal.log.archive.ArchivedPlatform.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.sandbox.data.ArchivedObjects;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Files that are deleted between their listing and their reading. Each test has a year. */
@PageTest
@Import(ArchivedPlatform.class)
@TestPropertySource(properties = {"binnacle.logs.restore-retry=300ms", "binnacle.logs.archive-files=12"})
class GoneFileTests {

    private final Environments environments;
    private final RestoreRecords records;
    private final RestoreFiles files;
    private final RestoreWork work;
    private final RecordedRestores recorded;

    GoneFileTests(
            Environments environments,
            Archives archives,
            RestoreRecords records,
            RestoreFiles files,
            RestoreWork work) {
        this.environments = environments;
        this.records = records;
        this.files = files;
        this.work = work;
        this.recorded = new RecordedRestores(archives, records, files);
    }

    @Test
    void oneThatIsGoneIsLeftOutAndTheOthersComeBack() throws Exception {
        archive(1994, "1", "shop", json(1994, 0, 10));
        archive(1994, "2", "shop", json(1994, 10, 10));
        UUID id = recorded.of(HERE, at(1994, 0), at(1994, 20));
        ArchivedObjects.delete(ArchivedPlatform.FOLDER, name(1994, "1"));

        Restore restore = ended(HERE, id);

        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().filesDone()).isEqualTo(restore.progress().files());
        assertThat(restore.progress().kept()).isEqualTo(10);
        assertThat(restore.progress().notes())
                .isEqualTo("Files that were deleted from the archive meanwhile were left out.");
    }

    @Test
    void oneThatGoesWhileItIsReadKeepsItsFirstLines() throws Exception {
        archive(1995, "1", "shop", json(1995, 0, 10));
        archive(1995, "2", "shop", json(1995, 10, 10));
        UUID id = recorded.of(HERE, at(1995, 0), at(1995, 20));
        RestoreFiles.Unread first = files.next(id).orElseThrow();
        files.advance(id, first.key(), 0, 4, new RestoreFiles.Counts(4, 0, "", 0));
        ArchivedObjects.delete(ArchivedPlatform.FOLDER, name(1995, "1"));

        Restore restore = ended(HERE, id);

        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().kept()).isEqualTo(14);
        assertThat(restore.progress().notes())
                .isEqualTo("A file was deleted while it was read; its lines up to there are back.");
    }

    @Test
    void aBucketThatIsGoneEndsIt() {
        Environment lost = environments.named(ArchivedPlatform.NAME + "nobucket");
        ArchivedFile file = new ArchivedFile("echo/" + name(1996, "1"), "echo-1-echo", rotated(1996), 1);

        Restore restore = ended(lost, recorded.of(lost, at(1996, 0), at(1996, 10), List.of(file)));

        assertThat(restore.trouble()).isEqualTo("The archive has no bucket nosuch.");
        assertThat(restore.progress().filesDone()).isZero();
    }

    private Restore ended(Environment environment, UUID id) {
        await().atMost(Restores.PATIENCE).until(() -> work.advance(id).isEmpty());
        return records.find(environment.id().value(), id).orElseThrow();
    }
}

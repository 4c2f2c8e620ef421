package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static dev.binnacle.portal.log.archive.ArchivedLines.lines;
import static dev.binnacle.portal.log.archive.ArchivedLines.name;
import static dev.binnacle.portal.log.archive.ArchivedLines.rotated;
import static dev.binnacle.portal.log.archive.ArchivedPlatform.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Newest;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.sandbox.data.ArchivedObjects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Lines that say no time, that Elasticsearch does not take, and files that are too many. Each test has a year. */
@PageTest
@Import(ArchivedPlatform.class)
@TestPropertySource(properties = {"binnacle.logs.restore-retry=300ms", "binnacle.logs.archive-files=12"})
class RestoreGapTests {

    private final Restoring restoring;
    private final RestoreRecords records;
    private final Restores restores;

    RestoreGapTests(Restoring restoring, RestoreRecords records, LogStore store) {
        this.restoring = restoring;
        this.records = records;
        this.restores = new Restores(restoring, records, store);
    }

    @Test
    void aFileWithoutAnyTimeComesBackAtThatOfItsRotation() throws Exception {
        archive(2009, "1", "shop", lines(3, "line %d without a time\n"::formatted));

        Restore restore = restores.done(HERE, restores.begun(HERE, at(2009, 0), at(2009, 10)));
        restores.done(HERE, restores.begun(HERE, at(2009, 20), at(2009, 30)));

        assertThat(restore.progress().kept()).isEqualTo(3);
        assertThat(restore.progress().gaps()).isEqualTo(new Restore.Gaps(0, "", 3, rotated(2009), rotated(2009)));
        Newest found = restores.found(HERE, at(2009, 0), at(2010, 0));
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.lines()).allSatisfy(line -> assertThat(line.at()).isEqualTo(rotated(2009)));
    }

    @Test
    void textThatBeginsWithATimeIsOfThatTime() throws Exception {
        archive(2010, "1", "shop", lines(20, number -> at(2010, number) + " INFO line " + number + "\n\tand more\n"));

        Restore restore = restores.done(HERE, restores.begun(HERE, at(2010, 5), at(2010, 15)));

        assertThat(restore.progress().kept()).isEqualTo(20);
        assertThat(restore.progress().gaps().untimed()).isZero();
        assertThat(restores.found(HERE, at(2010, 5), at(2010, 6)).total()).isEqualTo(2);
    }

    @Test
    void linesThatAFileBeginsWithAreOfTheFirstTimeInIt() throws Exception {
        archive(2013, "1", "shop", "\tat Echo.answer\n\tat Echo.main\n" + json(2013, 0, 5));

        Restore restore = restores.done(HERE, restores.begun(HERE, at(2013, 0), at(2013, 1)));

        assertThat(restore.progress().kept()).isEqualTo(3);
        assertThat(restore.progress().gaps().untimed()).isZero();
        assertThat(restores.found(HERE, at(2013, 0), at(2013, 1)).total()).isEqualTo(3);
    }

    @Test
    void linesThatElasticsearchRefusesAreCounted() throws Exception {
        String unfit = "{\"timestamp\":\"%s\",\"text\":\"%s\"}\n".formatted(at(2011, 3), ArchivedLines.UNFIT);
        archive(2011, "1", "shop", json(2011, 0, 3) + unfit + unfit + json(2011, 4, 3));

        Restore restore = restores.done(HERE, restores.begun(HERE, at(2011, 0), at(2011, 10)));
        Restore again = restores.done(HERE, restores.begun(HERE, at(2011, 0), at(2011, 10)));

        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().kept()).isEqualTo(6);
        assertThat(restore.progress().gaps().refused()).isEqualTo(2);
        assertThat(restore.progress().gaps().refusal()).contains("32766");
        assertThat(again.progress()).isEqualTo(restore.progress());
        assertThat(restores.found(HERE, at(2011, 0), at(2011, 10)).total()).isEqualTo(6);
    }

    @Test
    void anIndexThatTakesNothingIsNoFaultOfTheLines() throws Exception {
        archive(2012, "1", "shop", json(2012, 0, 5));
        restores.done(HERE, restores.begun(HERE, at(2012, 0), at(2012, 2)));
        String settings = "/restored-" + HERE.name() + ".2012.03.04/_settings";
        ArchivedPlatform.send("PUT", settings, "{\"index.blocks.write\":true}");

        UUID id = restores.begun(HERE, at(2012, 0), at(2012, 10));
        await().atMost(Restores.PATIENCE)
                .until(
                        () -> restores.now(HERE, id).waitsFor(),
                        waits -> waits.contains("does not take lines: index ["));
        ArchivedPlatform.send("PUT", settings, "{\"index.blocks.write\":false}");

        assertThat(restores.done(HERE, id).progress().kept()).isEqualTo(5);
        assertThat(restores.now(HERE, id).progress().gaps().refused()).isZero();
    }

    @Test
    void moreFilesThanAreBroughtBackAtOnceAreRefusedBeforehand() throws Exception {
        for (int hour = 10; hour < 23; hour++) {
            ArchivedObjects.put(
                    ArchivedPlatform.FOLDER,
                    name(2021, "1").replace("235959", hour + "5959"),
                    ArchivedObjects.packed(json(2021, 0, 1)),
                    "shop",
                    "echo-1");
        }
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> restoring.begin(HERE, id, at(2021, 0), at(2022, 0), Restores.DAY, "alice"))
                .isInstanceOf(Conflict.class)
                .hasMessage("Nothing was brought back. At most 12 files are brought back at once: choose a shorter"
                        + " time.");
        assertThat(records.find(HERE.id().value(), id)).isEmpty();
    }
}

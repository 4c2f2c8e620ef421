package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static dev.binnacle.portal.log.archive.ArchivedLines.lines;
import static dev.binnacle.portal.log.archive.ArchivedLines.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.sandbox.data.ArchivedObjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Lines brought back from a real S3 API into a real Elasticsearch. Each test has a year, and so an index, of its own. */
@PageTest
@Import(ArchivedPlatform.class)
@TestPropertySource(properties = {"binnacle.logs.restore-retry=300ms", "binnacle.logs.archive-files=12"})
class RestoreTests {

    private static final Duration DAY = Duration.ofDays(1);

    /** What a line may say of itself, each of which Elasticsearch takes for a field that the portal writes. */
    private static final List<String> CLAIMS = List.of(
            "\"kubernetes.namespace_name\":\"bank\"",
            "\"kubernetes.namespace_name.\":\"bank\"",
            "\"kubernetes.\":{\"namespace_name\":\"bank\"}",
            "\"kubernetes\":{\"namespace_name\":\"bank\"},\"kubernetes.namespace_name\":\"bank\"",
            "\"kubernetes.namespace_name\":[\"shop\",\"bank\"]",
            "\"kubernetes.pod_name\":\"vault-0\"",
            "\"@timestamp.\":\"2030-03-04T00:00:01Z\"",
            "\"stream.\":\"stderr\"",
            "\"log.\":\"something else\"");

    private final Restoring restoring;
    private final RestoreRecords records;
    private final LettingGo letting;
    private final Restores restores;
    private final ArchivedPlatform.BreakingStorage breaking;

    RestoreTests(
            Restoring restoring,
            RestoreRecords records,
            LettingGo letting,
            LogStore store,
            ArchivedPlatform.BreakingStorage breaking) {
        this.restoring = restoring;
        this.records = records;
        this.letting = letting;
        this.restores = new Restores(restoring, records, store);
        this.breaking = breaking;
    }

    @Test
    void aTimeComesBackOnceHoweverOftenItIsAskedFor() throws Exception {
        archive(2001, "1", "shop", json(2001, 0, 2_400));
        archive(2001, "2", "shop", json(2001, 2_400, 2_600));
        Environment here = ArchivedPlatform.HERE;
        Instant from = at(2001, 1_000);
        Instant to = at(2001, 2_500);

        Restore first = restores.done(here, restores.begun(here, from, to));
        Restore second = restores.done(here, restores.begun(here, at(2001, 500), to));

        assertThat(first.progress().kept()).isEqualTo(1_500);
        assertThat(first.trouble()).isEmpty();
        assertThat(second.progress().kept()).isEqualTo(2_000);
        assertThat(restores.found(here, at(2001, 0), at(2001, 9_000)).total()).isEqualTo(2_000);
        assertThat(restores.found(here, from, to).lines().getFirst().text()).contains("\"number\":2499");
    }

    @Test
    void theSameFormSentTwiceIsOneRestore() throws Exception {
        archive(2002, "1", "shop", json(2002, 0, 10));
        UUID id = UUID.randomUUID();
        Environment here = ArchivedPlatform.HERE;
        restoring.begin(here, id, at(2002, 0), at(2002, 10), DAY, "alice");
        restoring.begin(here, id, at(2002, 0), at(2002, 10), DAY, "alice");

        assertThat(restores.done(here, id).progress().kept()).isEqualTo(10);
        assertThat(restoring.newest(here))
                .filteredOn(restore -> restore.id().equals(id))
                .hasSize(1);
    }

    @Test
    void aStorageThatBreaksOffIsReadOnWhereItWas() throws Exception {
        archive(2003, "1", "shop", json(2003, 0, 9_000));
        breaking.breakNext(4);
        Environment through = ArchivedPlatform.BREAKING;

        Restore restore = restores.done(through, restores.begun(through, at(2003, 0), at(2003, 9_000)));

        assertThat(breaking.left()).isZero();
        assertThat(restore.trouble()).isEmpty();
        assertThat(restore.progress().kept()).isEqualTo(9_000);
        assertThat(restores.found(through, at(2003, 0), at(2003, 9_000)).total())
                .isEqualTo(9_000);
    }

    @Test
    void filesOfNamespacesOutOfScopeStayWhereTheyAre() throws Exception {
        archive(2004, "1", "bank", json(2004, 0, 10));
        Environment here = ArchivedPlatform.HERE;

        Restore restore = restores.done(here, restores.begun(here, at(2004, 0), at(2004, 10)));

        assertThat(restore.progress().kept()).isZero();
        assertThat(restore.progress().notes()).isEqualTo("Files of namespaces out of scope were left out.");
    }

    @Test
    void aDamagedFileGivesWhatItHas() throws Exception {
        byte[] whole = ArchivedObjects.packed(json(2005, 0, 5_000));
        ArchivedObjects.put(
                ArchivedPlatform.FOLDER, name(2005, "1"), Arrays.copyOf(whole, whole.length / 2), "shop", "echo-1");
        ArchivedObjects.put(
                ArchivedPlatform.FOLDER,
                name(2005, "2"),
                "no gzip at all".getBytes(StandardCharsets.UTF_8),
                "shop",
                "echo-2");
        Environment here = ArchivedPlatform.HERE;

        Restore restore = restores.done(here, restores.begun(here, at(2005, 0), at(2005, 5_000)));

        assertThat(restore.progress().notes()).isEqualTo("A file is damaged; its lines up to there are back.");
        assertThat(restore.progress().kept()).isBetween(1L, 4_999L);
        assertThat(restores.found(here, at(2005, 0), at(2005, 5_000)).total())
                .isEqualTo(restore.progress().kept());
    }

    @Test
    void linesThatTheIndexDoesNotTakeWholeAreKeptAsText() throws Exception {
        archive(2006, "1", "shop", lines(2, number -> """
                {"timestamp":"%s","status":"none","kubernetes":"hostile","log":{"not":"text"},"@timestamp":7}
                """.formatted(at(2006, number))));
        Environment here = ArchivedPlatform.HERE;

        Restore restore = restores.done(here, restores.begun(here, at(2006, 0), at(2006, 10)));

        assertThat(restore.progress().kept()).isEqualTo(2);
        assertThat(restores.found(here, at(2006, 0), at(2006, 10)).lines())
                .allSatisfy(line -> assertThat(line.text()).contains("\"status\":\"none\""))
                .allSatisfy(line -> assertThat(line.pod()).isEqualTo("echo-1"));
    }

    @Test
    void aLineCannotClaimAnotherNamespacePodOrTime() throws Exception {
        archive(2017, "claims", "shop", lines(9, number ->
                """
                {"timestamp":"%s",%s,"number":%d}
                """.formatted(at(2017, number), CLAIMS.get(number), number)));
        Environment here = ArchivedPlatform.HERE;

        Restore restore = restores.done(here, restores.begun(here, at(2017, 0), at(2017, 10)));

        assertThat(restore.progress().kept()).isEqualTo(CLAIMS.size());
        assertThat(restores.found(here, at(2017, 0), at(2017, 10)).lines())
                .hasSize(CLAIMS.size())
                .allSatisfy(line -> {
                    assertThat(line.namespace()).isEqualTo("shop");
                    assertThat(line.pod()).isEqualTo("echo-claims");
                    assertThat(line.stream()).isEqualTo("file");
                });
        assertThat(restores.found(ArchivedPlatform.in("bank"), at(2017, 0), at(2017, 10))
                        .total())
                .isZero();
        assertThat(restores.found(here, at(2030, 0), at(2031, 0)).total()).isZero();
    }

    @Test
    void aLineWithoutATimeGoesWithTheOneBefore() throws Exception {
        archive(
                2007,
                "1",
                "shop",
                json(2007, 0, 1) + "java.lang.IllegalStateException: gone\n\tat Echo\n" + json(2007, 9, 1));
        Environment here = ArchivedPlatform.HERE;

        restores.done(here, restores.begun(here, at(2007, 0), at(2007, 5)));

        assertThat(restores.found(here, at(2007, 0), at(2007, 1)).total()).isEqualTo(3);
    }

    @Test
    void linesGoWhenNobodyHoldsThemAnyMore() throws Exception {
        archive(2008, "1", "shop", json(2008, 0, 20));
        Environment here = ArchivedPlatform.HERE;
        UUID first = restores.begun(here, at(2008, 0), at(2008, 10));
        UUID second = restores.begun(here, at(2008, 5), at(2008, 20));
        restores.done(here, first);
        restores.done(here, second);

        restoring.remove(here, first, "bob");
        assertThat(restores.found(here, at(2008, 0), at(2008, 20)).total()).isEqualTo(20);
        restoring.remove(here, second, "bob");
        assertThat(restores.found(here, at(2008, 0), at(2008, 20)).total()).isZero();
        assertThat(records.find(here.id().value(), second).orElseThrow().removedAt())
                .isNotNull();
        letting.ofAll();
    }
}

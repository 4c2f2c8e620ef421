package dev.binnacle.portal.log.archive;

import static dev.binnacle.portal.log.archive.ArchivedLines.archive;
import static dev.binnacle.portal.log.archive.ArchivedLines.at;
import static dev.binnacle.portal.log.archive.ArchivedLines.json;
import static dev.binnacle.portal.log.archive.ArchivedLines.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.sandbox.data.ArchivedObjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@Import(ArchivedPlatform.class)
@TestPropertySource(properties = {"binnacle.logs.restore-retry=300ms", "binnacle.logs.archive-files=12"})
class ArchivePageTests {

    private final Restoring restoring;
    private final Visitors visitors;

    ArchivePageTests(Restoring restoring, Visitors visitors) {
        this.restoring = restoring;
        this.visitors = visitors;
    }

    @Test
    void onePageAsksAndShowsWhatCameOfIt() throws Exception {
        archive(2018, "1", "shop", json(2018, 0, 30));
        String page = page(Role.OPERATOR, "here", "?from=2018-03-04T00:00&to=2018-03-04T01:00");
        assertThat(page).contains("1 file, ", "can hold lines of this time.", "archive__bring-back");
        assertThat(page(Role.VIEWER, "here", "?from=2018-03-04T00:00&to=2018-03-04T01:00"))
                .contains("This needs the role operator.")
                .doesNotContain("archive__bring-back");

        UUID id = UUID.randomUUID();
        assertThat(posted("here", id, 7)).hasStatus(302);
        assertThat(posted("here", UUID.randomUUID(), 400)).hasStatus(409);
        await().atMost(Duration.ofSeconds(60)).until(() -> isDone(id));
        assertThat(page(Role.VIEWER, "here", "")).contains("30 lines of 1 files.");
    }

    @Test
    void itSaysWhichLinesAreMissingAndWhichHaveNoTime() throws Exception {
        archive(2014, "1", "shop", "first\n" + ArchivedLines.UNFIT + "\nthird\n");
        UUID id = UUID.randomUUID();
        restoring.begin(ArchivedPlatform.HERE, id, at(2014, 0), at(2014, 9), Duration.ofDays(1), "alice");
        await().atMost(Duration.ofSeconds(60)).until(() -> isDone(id));

        assertThat(page(Role.VIEWER, "here", ""))
                .contains("1 line was refused by Elasticsearch and is not back, the first because: ", "back in part")
                .contains("2 lines say no time and have that at which their file was rotated.")
                .contains("archive__untimed", "2014-03-04T23%3A59%3A59.001Z");
    }

    @Test
    void whereThereAreTooManyFilesItSaysSoAndOffersNoButton() throws Exception {
        for (int minute = 10; minute < 23; minute++) {
            ArchivedObjects.put(
                    ArchivedPlatform.FOLDER,
                    name(2022, "1").replace("235959", "23" + minute + "59"),
                    ArchivedObjects.packed(json(2022, 0, 1)),
                    "shop",
                    "echo-1");
        }
        assertThat(page(Role.OPERATOR, "here", "?from=2022-03-04T23:00&to=2022-03-05T00:00"))
                .contains("At most 12 files are brought back at once: choose a shorter time.")
                .doesNotContain("archive__bring-back");
    }

    @Test
    void whereThereIsNoneThePageSaysSo() throws Exception {
        archive(2019, "9", "shop", json(2019, 0, 1));
        assertThat(page(Role.VIEWER, "bare", "")).contains("This environment has no archive.");
        assertThat(posted("bare", UUID.randomUUID(), 1)).hasStatus(404);
        assertThat(page(Role.VIEWER, "gone", "")).contains("The archive does not answer at 127.0.0.1:1 within 10 s.");
        assertThat(page(Role.VIEWER, "nobucket", "")).contains("The archive has no bucket nosuch");
        assertThat(page(Role.VIEWER, "here", "?from=1999-01-01&to=1999-01-02"))
                .contains("can hold lines of this time.");
        assertThat(page(Role.VIEWER, "here", "?from=soon")).contains("soon");
    }

    private boolean isDone(UUID id) {
        return restoring.newest(ArchivedPlatform.HERE).stream()
                .anyMatch(restore -> restore.id().equals(id) && !restore.goesOn());
    }

    private MvcTestResult posted(String which, UUID id, int days) {
        String environment = ArchivedPlatform.NAME + which;
        return visitors.in(environment, Role.OPERATOR)
                .post()
                .uri("/environments/" + environment + "/logs/archive/restores")
                .param("id", id.toString())
                .param("from", at(2018, 0).toString())
                .param("to", at(2018, 3_000).toString())
                .param("days", Integer.toString(days))
                .exchange();
    }

    private String page(Role role, String which, String query) {
        String environment = ArchivedPlatform.NAME + which;
        MvcTestResult result = visitors.in(environment, role)
                .get()
                .uri("/environments/" + environment + "/logs/archive" + query)
                .exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A log page that asks again by itself: what it takes from the answer, and what tells so. */
@PageTest
@Import(LogEnvironments.class)
class LogRefreshTests {

    private final LogReader reader;

    LogRefreshTests(Visitors visitors) {
        reader = new LogReader(visitors);
    }

    /** A problem takes the place of the results, so what is taken from the answer cannot stand on them. */
    @Test
    void whateverStandsForTheResultsTakesThemAloneFromThePage() {
        assertThat(reader.page("log-all", "?query=refused&refresh=10s"))
                .containsPattern("<div hx-select=\"#results\" hx-select-oob=\"[^>]+>\\s*<div id=\"results\"")
                .containsPattern("<div id=\"results\"[^>]* hx-trigger=\"every 10s\"");
    }

    /** Further lines, the fields of a line and the values of a field are no pages. */
    @Test
    void whatTheResultsAskForIsTakenWhole() {
        assertThat(reader.page("log-all", "?query=many&refresh=10s"))
                .containsPattern("<div id=\"results\"[^>]* hx-disinherit=\"hx-select hx-select-oob hx-swap\"");
    }

    @Test
    void aPageThatAsksAgainCanSayThatItRests() {
        assertThat(reader.page("log-all", "?query=refused&refresh=10s"))
                .containsPattern("id=\"results-rest\" hidden[^>]*>Not asked again while you read.");
        assertThat(reader.page("log-all", "?query=refused")).doesNotContain("results-rest");
    }

    @Test
    void whereNothingIsFoundItIsLookedForAgain() {
        assertThat(reader.page("log-all", "?query=nowhereatall&refresh=10s"))
                .contains("No line matches in the last hour.")
                .containsPattern("<div id=\"results\"[^>]* hx-trigger=\"every 10s\"");
    }

    /** Lines that are there stay until then. */
    @Test
    void whoAsksAgainByItselfWaitsForTheAnswer() {
        String again = link(reader.page("log-all", "?query=refused&refresh=10s"), "hx-get=\"([^\"]*wait=true)\"");
        assertThat(reader.page(again.replace("log-all", "log-slow")))
                .contains("data-testid=\"logs__line\"", "hx-trigger=\"every 10s\"")
                .doesNotContain("wait=true&amp;wait");
    }

    /** Read out are its begin and its end; the numbers change too often. */
    @Test
    void anExportTellsItsNumbersBesideWhatIsReadOut() {
        assertThat(reader.page("log-all", "?query=refused"))
                .contains("<p class=\"hint\" id=\"export-count\"></p>")
                .contains("<p class=\"hint\" id=\"export-says\" role=\"status\"></p>");
    }

    @Test
    void whatIsWrongWithAQueryComesWithTheAnswerOfASlowElasticsearch() {
        assertThat(later("?query=@timestamp%20%3E%20soon"))
                .contains("aria-invalid=\"true\"", "aria-describedby=\"query-fault\"")
                .containsPattern("id=\"query-fault\">\\s*<div class=\"fault\" role=\"alert\"")
                .contains("Elasticsearch refuses this query:");
        assertThat(later("?query=refused&column=nowhere"))
                .containsPattern("id=\"query-fault\">\\s*<p class=\"hint\"[^>]*logs__missing")
                .contains("no field nowhere")
                .doesNotContain("aria-invalid");
    }

    @Test
    void aPageAsksAgainByItselfWhereItIsAskedTo() {
        assertThat(reader.page("log-all", "?query=refused&refresh=10s")).contains("hx-trigger=\"every 10s\"");
        assertThat(reader.page("log-all", "?query=refused")).doesNotContain("hx-trigger=\"every");
    }

    /** What a page takes from the answer that it waits for. */
    private String later(String query) {
        String page = reader.page("log-slow", query);
        assertThat(page)
                .contains("hx-trigger=\"load, every 10s\"")
                .containsPattern("hx-select-oob=\"[^\"]*#query-fault\"")
                .containsPattern("id=\"query-fault\">\\s*</div>");
        String asks = link(page, LogReader.ASKS_AGAIN);
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> reader.page(asks), answer -> !answer.contains("hx-trigger=\"load, every 10s\""));
    }
}

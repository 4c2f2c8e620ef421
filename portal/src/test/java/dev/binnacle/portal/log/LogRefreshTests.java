package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
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
                .containsPattern(
                        "<div hx-select=\"#results\" hx-select-oob=\"[^\"]+\" hx-swap=\"outerHTML\">\\s*<div id=\"results\"")
                .containsPattern("<div id=\"results\"[^>]* hx-trigger=\"every 10s\"");
    }

    /** Further lines, the fields of a line and the values of a field are no pages. */
    @Test
    void whatTheResultsAskForIsTakenWhole() {
        assertThat(reader.page("log-all", "?query=many&refresh=10s"))
                .containsPattern("<div id=\"results\"[^>]* hx-disinherit=\"hx-select hx-select-oob hx-swap\"");
    }
}

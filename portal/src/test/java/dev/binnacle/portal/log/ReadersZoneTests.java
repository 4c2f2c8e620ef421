package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Times are by the clock of whoever reads, unless the link says by which. */
@PageTest
@Import(LogEnvironments.class)
class ReadersZoneTests {

    private static final String LINE = "href=\"([^\"]*/logs/line[^\"]*)\"";
    private static final String AROUND = "href=\"([^\"#]*/logs/around[^\"#]*)#chosen\"";

    private final LogReader reader;

    ReadersZoneTests(Visitors visitors) {
        this.reader = new LogReader(visitors);
    }

    @Test
    void aLinkThatSaysNoZoneIsReadByTheReadersClock() {
        String page = nepali("/environments/log-all/logs?query=refused");
        assertThat(page).contains("Time, Kathmandu", "value=\"Asia/Kathmandu\"");
        assertThat(page).as("links stay those of everybody").doesNotContain("zone=Asia");
        assertThat(reader.page("log-all", "?query=refused")).contains("Time, UTC");
    }

    @Test
    void aLinkThatSaysAZoneWins() {
        assertThat(nepali("/environments/log-all/logs?query=refused&zone=Europe/Berlin"))
                .contains("Time, Berlin");
        assertThat(nepali("/environments/log-all/logs?query=refused&zone=UTC"))
                .contains("Time, UTC")
                .containsPattern("href=\"[^\"]*/logs/tail[^\"]*zone=UTC");
    }

    @Test
    void aTimeOfDayWithoutZoneMeansTheSameToAll() {
        String asked = "?from=2026-01-01%2002:00&to=now&query=refused";
        assertThat(nepali("/environments/log-all/logs" + asked)).contains("Time, UTC", "value=\"UTC\"", "zone=UTC");
        assertThat(nepali("/environments/log-all/logs?from=2026-01-01T02:00:00Z&to=now&query=refused"))
                .contains("Time, Kathmandu");
    }

    @Test
    void aCookieThatNamesNoZoneIsPassedOver() {
        assertThat(as("Nowhere", "/environments/log-all/logs?query=refused")).contains("Time, UTC");
    }

    @Test
    void aLinesPageAndTheLinesAroundItAreByTheSameClock() {
        String line = nepali(link(nepali("/environments/log-all/logs?query=refused"), LINE));
        assertThat(line).containsPattern("at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d Kathmandu");
        assertThat(nepali(link(line, AROUND)))
                .contains("Time, Kathmandu")
                .containsPattern("\\d\\d:\\d\\d:\\d\\d Kathmandu");

        String berlin = nepali(link(nepali("/environments/log-all/logs?query=refused&zone=Europe/Berlin"), LINE));
        assertThat(berlin).contains(" Berlin.");
        String around = nepali(link(berlin, AROUND));
        assertThat(around).contains("Time, Berlin", "zone=Europe%2FBerlin").doesNotContain("Kathmandu");
    }

    private String nepali(String address) {
        return as("Asia/Kathmandu", address);
    }

    private String as(String zone, String address) {
        return reader.page(address, new Cookie("zone", zone));
    }
}

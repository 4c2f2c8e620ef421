package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@PageTest
@Import(LogEnvironments.class)
class TailTests {

    private final LogReader reader;

    TailTests(Visitors visitors) {
        this.reader = new LogReader(visitors);
    }

    @Test
    void itsHeadAndItsCellsAreThoseThatWereAskedFor() {
        String asked = "?query=many&column=stream&column=level&zone=Asia/Kathmandu&density=compact";
        String page = reader.page("log-all", "/tail" + asked);
        assertThat(page)
                .contains("Time, Kathmandu", "Remove column stream", "data-density=\"compact\"")
                .contains("id=\"cell-menu\"", "id=\"cell-only\"")
                .doesNotContain(">Level</th>", "Time, UTC");
        assertThat(link(page, "data-search=\"([^\"]*)\""))
                .isEqualTo(
                        "/environments/log-all/logs/tail?query=many&zone=Asia%2FKathmandu&column=stream&column=level&density=compact");
        assertThat(link(page, "href=\"([^\"]*)\" aria-label=\"Remove column level\""))
                .isEqualTo(
                        "/environments/log-all/logs/tail?query=many&zone=Asia%2FKathmandu&column=stream&density=compact");
        Instant since = Instant.now().minus(Duration.ofHours(1));
        String lines = link(page, "data-lines=\"([^\"]*)\"") + "&since=" + since + "&newest=" + since;
        String row = link(reader.page(lines), "(?s)(<tr.*?</tr>)");
        assertThat(row).contains("data-field=\"stream\" data-value=\"stdout\"");
        assertThat(row.split("<td", -1))
                .hasSameSizeAs(page.replaceAll("(?s).*<thead>|</thead>.*", "").split("<th ", -1));
    }

    @Test
    void withoutColumnsItHasTheUsualOnes() {
        assertThat(reader.page("log-all", "/tail")).contains("Time, UTC", ">Level</th>", ">Pod</th>");
    }
}

package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static dev.binnacle.portal.log.LogReader.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@PageTest
@Import(LogEnvironments.class)
class LogPageTests {

    private static final String AROUND = "href=\"([^\"#]*/logs/around[^\"#]*)#chosen\"";

    private final Visitors visitors;
    private final LogReader reader;

    LogPageTests(Visitors visitors) {
        this.visitors = visitors;
        this.reader = new LogReader(visitors);
    }

    @Test
    void aSearchShowsItsVerdictHistogramAndLines() {
        assertThat(reader.page("log-all", "?query=refused"))
                .contains("1 line matches in the last hour; each reports an error.")
                .contains("data-testid=\"logs__histogram\"", "data-testid=\"logs__line\"")
                .contains("connection <mark>refused</mark>")
                .contains("/environments/log-all/pods/shop/echo-7d9f8b6c5d-bcdfg");
    }

    @Test
    void hostileLinesAreText() {
        assertThat(reader.page("log-all", "?query=alert"))
                .contains("&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aFaultyQueryShowsItsPlace() {
        assertThat(reader.page("log-all", "?query=level:(error%20or%20)"))
                .contains("data-testid=\"logs__fault\"", "^ character 17", "aria-invalid=\"true\"")
                .contains("so nothing was searched");
    }

    @Test
    void aQueryThatCostsTooMuchIsRefusedBeforehand() {
        assertThat(reader.page("log-all", "?query=*a or *b or *c or *d or *e".replace(" ", "%20")))
                .contains(
                        "This query would cost too much, so nothing was searched.",
                        "The reason is below the box.",
                        ">More than 4 values begin with a wildcard");
        assertThat(reader.page("log-all", "?language=lucene&query=/(a|b)*c/".replace("|", "%7C")))
                .contains("A regular expression is compared with every word of the index");
    }

    @Test
    void aQueryThatElasticsearchRefusesShowsItsReason() {
        assertThat(reader.page("log-all", "?query=@timestamp%20%3E%20soon"))
                .contains("Elasticsearch refuses this query:")
                .contains("soon");
    }

    @Test
    void aRangeThatIsNoneSaysSo() {
        assertThat(reader.page("log-all", "?from=yesterday"))
                .contains("data-testid=\"logs__time-fault\"", "“yesterday” is not a time");
    }

    @Test
    void anEnvironmentsOtherNamespacesStayHidden() {
        assertThat(reader.page("log-shop", "?query=kubernetes.namespace_name:bank"))
                .contains("No line matches")
                .contains("Only namespaces of this environment: shop")
                .doesNotContain("vault");
    }

    @Test
    void anIndexThatIsMissingIsNamed() {
        assertThat(reader.page("log-empty", "")).contains("There is no index no-such-index yet.");
    }

    @Test
    void furtherLinesAreRowsAndALinkToMore() {
        String first = reader.page("log-all", "?query=many&sort=oldest");
        assertThat(first).contains("100 of 250, an exact count", "Later lines");
        String second = reader.page(next(first));
        assertThat(second).contains("200 of 250, an exact count").doesNotContain("<html");
        assertThat(reader.page(next(second)))
                .contains("250 lines, all that match")
                .doesNotContain("hx-get");
    }

    @Test
    void aPlaceThatIsNoLongerKeptOffersTheSearchAgain() {
        assertThat(
                        reader.page(
                                "/environments/log-all/logs/more?from=2026-01-01&to=2027-01-01&point=gone&cursor=2026-06-01T00:00:00Z&position=1&shown=100&total=200"))
                .contains("Search again");
    }

    @Test
    void aLineOpensToItsFieldsWithFilters() {
        String link = link(reader.page("log-all", "?query=refused"), "href=\"([^\"]*/logs/line[^\"]*)\"");
        String line = reader.page(link);
        assertThat(line)
                .contains("Only lines with this stream", "kubernetes.pod_name", "connection refused")
                .contains("query=refused&amp;filter=stream%3A%20%22stdout%22", "query=refused&amp;column=stream");
    }

    @Test
    void aLineOfAnotherNamespaceIsNotFound() {
        String link = link(reader.page("log-all", "?query=vault"), "href=\"([^\"]*/logs/line[^\"]*)\"");
        assertThat(reader.viewer("log-shop")
                        .get()
                        .uri(URI.create(link.replace("log-all", "log-shop")))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void theLinesAroundOneAreThoseOfItsContainerWhateverWasSearched() {
        String around = reader.page(link(line("%22many%20100%22"), AROUND));
        assertThat(written(around)).isEqualTo(many(80, 121));
        assertThat(written(link(around, "(?s)data-testid=\"around__chosen\"(.*?)</tbody>")))
                .isEqualTo(many(100, 101));
        assertThat(around).contains("There are more lines before it.", "There are more lines after it.");
        assertThat(written(reader.page(link(around, "href=\"([^\"#]*before=120[^\"#]*)#chosen\""))))
                .isEqualTo(many(0, 121));
    }

    @Test
    void theFirstAndTheLastLineSayThatNothingIsBeyond() {
        String first = link(line("%22many%200%22"), AROUND);
        assertThat(reader.page(first)).contains("Nothing was written before.").doesNotContain("around__earlier");
        assertThat(written(reader.page(first + "&before=-5&after=3"))).isEqualTo(many(0, 4));
        String all = reader.page(first + "&before=100000&after=100000");
        assertThat(written(all)).isEqualTo(many(0, 250));
        assertThat(all).contains("Nothing was written after it so far.", "&lt;script&gt;alert(1)");
    }

    @Test
    void theLinesAroundOneOfAnotherNamespaceAreNotFound() {
        String around = link(line("vault"), AROUND).replace("log-all", "log-shop");
        assertThat(reader.viewer("log-shop").get().uri(URI.create(around)).exchange())
                .hasStatus(404);
    }

    @Test
    void aWorkloadsLastLinesAreAFragmentWithALinkToTheSearch() {
        assertThat(reader.page("/environments/log-all/logs/of/shop/deployment/echo"))
                .contains("connection refused", "workload=deployment%2Fshop%2Fecho")
                .doesNotContain("<html");
        assertThat(reader.page("log-all", "?workload=deployment/shop/echo"))
                .contains("data-testid=\"logs__workload\"", "connection refused")
                .doesNotContain("vault");
    }

    @Test
    void aSlowElasticsearchIsNamedWithinTwoSecondsAndItsLinesComeLater() {
        String page = reader.page("log-slow", "?query=refused");
        assertThat(page)
                .contains("Elasticsearch of log-slow has not answered within 1.5 s.", "hx-trigger=\"load, every 10s\"")
                .doesNotContain("data-testid=\"logs__line\"");
        String asks = link(page, LogReader.ASKS_AGAIN);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(reader.page(asks))
                        .contains("1 line matches in the last hour")
                        .doesNotContain("hx-trigger=\"load, every 10s\""));
    }

    @Test
    void aSlowSearchCanBeCancelled() {
        String page = reader.page("log-slow", "?query=refused&refresh=10s");

        assertThat(reader.page(link(page, "href=\"([^\"]*/logs[^\"]*cancel=true)\"")))
                .contains("The search was cancelled.", "Search again", "refresh=10s")
                .doesNotContain("hx-trigger=\"load", "hx-trigger=\"every");
    }

    @Test
    void strangersSeeNothing() {
        assertThat(visitors.stranger().get().uri("/environments/log-all/logs").exchange())
                .hasStatus4xxClientError();
    }

    /** The page of the first line that a query finds. */
    private String line(String query) {
        return reader.page(
                link(reader.page("log-all", "?sort=oldest&query=" + query), "href=\"([^\"]*/logs/line[^\"]*)\""));
    }

    private static List<String> written(String page) {
        return Pattern.compile("</span>(many \\d+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "many " + i).toList();
    }
}

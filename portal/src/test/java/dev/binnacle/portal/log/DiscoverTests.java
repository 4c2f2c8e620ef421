package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static dev.binnacle.portal.log.LogReader.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.audit.AuditEntries;
import dev.binnacle.portal.audit.AuditFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a reader does with a search: filters, columns, fields, patterns, times and files. */
@PageTest
@Import(LogEnvironments.class)
class DiscoverTests {

    private final LogReader reader;
    private final AuditEntries audit;

    DiscoverTests(Visitors visitors, AuditEntries audit) {
        this.reader = new LogReader(visitors);
        this.audit = audit;
    }

    @Test
    void aFilterIsAPillThatNarrowsAndCanBeChangedNegatedTurnedOffAndRemoved() {
        String page = reader.page("log-all", "?query=connection%20or%20vault&filter=level:%20%22error%22");
        assertThat(page)
                .contains("1 line matches in the last hour", "data-testid=\"logs__filter\"", "is error")
                .contains("filter=not%20level%3A%20%22error%22", "off=level%3A%20%22error%22")
                .contains("value=\"level: &quot;error&quot;\"");
        assertThat(reader.page("log-all", "?query=connection%20or%20vault&filter=not%20level:%20%22error%22"))
                .contains("1 line matches in the last hour", "vault")
                .contains("data-negated");
        assertThat(reader.page("log-all", "?query=connection%20or%20vault&off=level:%20%22error%22"))
                .contains("2 lines match in the last hour", "data-off");
        assertThat(reader.page("log-all", "?filter=level:%20("))
                .contains("data-testid=\"logs__fault\"", "^ character 9");
    }

    @Test
    void aQueryInLuceneIsReadByElasticsearchWithinTheScope() {
        assertThat(reader.page("log-all", "?language=lucene&query=level:error%20OR%20log:vault"))
                .contains("2 lines match in the last hour", "Query, in Lucene");
        assertThat(reader.page("log-shop", "?language=lucene&query=*:*%20OR%20kubernetes.namespace_name:bank"))
                .contains("252 lines match in the last hour")
                .doesNotContain("vault");
        assertThat(reader.page("log-all", "?language=lucene&query=log:(refused"))
                .contains("Elasticsearch refuses this query:");
        assertThat(reader.page("log-all", "?language=lucene&query=log:*fused"))
                .contains("Elasticsearch refuses this query:", "not allowed as first character");
    }

    @Test
    void columnsTakeThePlaceOfLevelAndPodAndOfferFilters() {
        assertThat(reader.page("log-all", "?query=refused&column=stream&column=kubernetes.namespace_name"))
                .contains("data-field=\"stream\" data-value=\"stdout\"", "data-value=\"shop\"")
                .contains("Column kubernetes.namespace_name further left", "Remove column stream")
                .doesNotContain(">Level</th>");
        String many = reader.page("log-all", "?query=many&column=stream");
        assertThat(reader.page(next(many))).contains("data-field=\"stream\"", "colspan=\"4\"");
    }

    @Test
    void aFieldsValuesAreCountedInASampleWithFilters() {
        assertThat(reader.page("log-all", "?query=refused"))
                .contains("data-testid=\"logs__fields\"", "data-field=\"level\"");
        assertThat(reader.page("/environments/log-all/logs/values?field=kubernetes.pod_name"))
                .contains("In all 253 lines.", "vault-0", "filter=kubernetes.pod_name%3A%20%22vault-0%22");
        assertThat(reader.page("/environments/log-all/logs/values?field=level"))
                .contains("In 1 of all 253 lines.", "100.0 %", "column=level", "filter=not%20level%3A%20%2A");
        assertThat(reader.page("/environments/log-shop/logs/values?field=kubernetes.pod_name"))
                .contains("In all 252 lines.")
                .doesNotContain("vault");
        assertThat(reader.page("/environments/log-all/logs/values?field=log")).contains("log is text");
        assertThat(reader.page("/environments/log-all/logs/values?field=gone"))
                .contains("It has no field gone any more.");
    }

    @Test
    void linesAreGroupedByTheirPatternWithFilters() {
        assertThat(reader.page("/environments/log-all/logs/patterns"))
                .contains("4 patterns make up 253 lines in the last hour.", "The most frequent is 98.8 % of them.")
                .contains("Of all 253 lines.", "<code>many <span class=\"any\">*</span></code>")
                .contains("&lt;script&gt;alert(*)&lt;/script&gt;".replace("*", "<span class=\"any\">*</span>"))
                .contains("filter=log%3A%20%22connection%20refused%22")
                .doesNotContain("<script>alert");
        assertThat(reader.page("/environments/log-shop/logs/patterns"))
                .contains("up 252 lines")
                .doesNotContain("vault");
    }

    @Test
    void patternsThatWereNotThereBeforeAreNew() {
        Instant written = LogEnvironments.NOW;
        String page = reader.page("/environments/log-all/logs/patterns?from=%s&to=%s&since=%s"
                .formatted(written.minus(Duration.ofHours(1)), written, written.minus(Duration.ofMinutes(8))));
        assertThat(page)
                .contains("3 patterns were not there before.", "data-testid=\"patterns__new\"")
                .contains("Of all 3 lines. Compared with all");
        assertThat(reader.page("/environments/log-all/logs/patterns?since=now%2B1h"))
                .contains("Nothing can be new since");
        assertThat(reader.page("/environments/log-all/logs/patterns?since=-999999999-01-01T00:00:00Z"))
                .contains("which is out of the years 1970 to 2261, in which lines can be dated.");
        assertThat(reader.page("/environments/log-all/logs/patterns?since=1971-01-01"))
                .contains("What is new cannot be told: no line matches in the time as long before.");
        assertThat(reader.page("/environments/log-all/logs/patterns?query=level:("))
                .contains("The query cannot be read.");
    }

    @Test
    void anExportIsTheLinesOfThePageInItsOrderAndIsRecorded() {
        String page = reader.page("log-all", "?query=many&sort=oldest&column=stream");
        String csv = reader.page(link(page, "href=\"([^\"]*/logs/export.csv[^\"]*)\""));
        List<String> rows = csv.lines().toList();
        assertThat(rows).hasSize(251);
        assertThat(rows.getFirst())
                .isEqualTo("\"time\",\"namespace\",\"pod\",\"container\",\"stream\",\"level\",\"stream\",\"line\"");
        assertThat(rows.get(1)).endsWith(",\"shop\",\"cart-0\",\"application\",\"stdout\",\"\",\"stdout\",\"many 0\"");
        assertThat(rows.getLast()).endsWith("\"many 249\"");
        String ndjson = reader.page(link(page, "href=\"([^\"]*/logs/export.ndjson[^\"]*)\""));
        assertThat(ndjson.lines())
                .hasSize(250)
                .first(InstanceOfAssertFactories.STRING)
                .contains("\"log\":\"many 0\"");
        assertThat(audit.find(new AuditFilter("", "", "log.export", "log-all", null, null), Long.MAX_VALUE, 10))
                .hasSizeGreaterThanOrEqualTo(2)
                .first()
                .satisfies(entry ->
                        assertThat(entry.entry().details().get("search")).contains("query=many"));
    }

    @Test
    void anExportHoldsNoLineOfAnotherNamespace() {
        assertThat(reader.page("/environments/log-shop/logs/export.csv?query=vault%20or%20refused")
                        .lines())
                .hasSize(2)
                .noneMatch(row -> row.contains("vault"));
    }

    @Test
    void anExportOfAQueryThatCannotBeReadLeadsToThePageThatShowsWhere() {
        assertThat(reader.viewer("log-all")
                        .get()
                        .uri("/environments/log-all/logs/export.csv?query=level:(")
                        .exchange())
                .hasStatus(302)
                .redirectedUrl()
                .contains("/environments/log-all/logs?query=level");
    }

    @Test
    void aFieldThatHasGoneIsNamed() {
        assertThat(reader.page("log-all", "?query=nosuch:1%20or%20refused&column=gone&column=kubernetes"))
                .contains("The index has no field nosuch, gone: it is spelled otherwise, or has gone.");
        assertThat(reader.page("log-all", "?query=refused")).doesNotContain("logs__missing");
    }

    @Test
    void timesAreThoseOfTheReadersZone() {
        assertThat(reader.page("log-all", "?query=refused&zone=Asia/Kathmandu")).contains("Time, Kathmandu");
        assertThat(reader.page("log-all", "?query=refused&zone=Nowhere")).contains("“Nowhere” is not a time zone");
    }

    @Test
    void aHistogramTellsTheValuesOfAFieldApart() {
        assertThat(reader.page("log-all", "?by=kubernetes.namespace_name"))
                .contains("class=\"bar-0\"", "class=\"bar-1\"", ">bank<", "other lines")
                .contains("Not by kubernetes.namespace_name");
        assertThat(reader.page("log-shop", "?by=kubernetes.namespace_name")).doesNotContain(">bank<");
        assertThat(reader.page("log-all", "?by=log"))
                .contains("reports an error")
                .doesNotContain("Not by");
    }

    @Test
    void whatHappenedIsMarkedWithALinkToWhatIsNewSince() {
        // A page does not wait longer than a second for what happened.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(reader.page("log-all", "?query=many"))
                        .contains("7 redeploy of cart", "href=\"/environments/log-all/operations/7\"", "class=\"pin\"")
                        .containsPattern(
                                "href=\"[^\"]*/logs/patterns\\?query=many&amp;since=2[^>]*>what is new since"));
        assertThat(reader.page("log-all", "?from=now-2h&to=now-90m&query=many")).doesNotContain("7 redeploy");
        assertThat(reader.page("log-all", "?workload=deployment/shop/echo")).doesNotContain("7 redeploy");
        assertThat(reader.page("log-shop", "")).contains("Some of what happened could not be read");
    }

    @Test
    void whatCouldBeTypedNextIsSuggestedWithinTheScope() {
        assertThat(suggestions("log-all", "lev")).contains("data-text=\"level: \" data-from=\"0\"");
        assertThat(suggestions("log-all", "refused%20and%20kubernetes.namespace_name:%20"))
                .contains("data-text=\"&quot;shop&quot; \"", "bank", "data-from=\"39\"");
        assertThat(suggestions("log-shop", "kubernetes.namespace_name:%20"))
                .contains("shop")
                .doesNotContain("bank");
        assertThat(suggestions("log-all", "kubernetes.namespace_name:%20ba"))
                .contains("bank")
                .doesNotContain("shop");
        assertThat(suggestions("log-all", "level:%20error%20")).contains("data-text=\"and \"", "data-text=\"or \"");
        assertThat(suggestions("log-all", "status%20")).contains("&gt;= ");
        assertThat(suggestions("log-empty", "x")).doesNotContain("<li");
    }

    @Test
    void aTailSendsWhatIsNewAndCountsAll() {
        String page = reader.page("log-all", "/tail?query=many");
        assertThat(page).contains("Lines that match many, as they come.");
        Instant since = Instant.now().minus(Duration.ofHours(1));
        String all = reader.page(tail("log-all", since, since));
        assertThat(all).contains("data-total=\"253\"", "vault opened", "&lt;script&gt;");
        assertThat(all.indexOf("connection refused")).isLessThan(all.indexOf("vault opened"));
        String newest = link(all, "data-newest=\"([^\"]*)\"");
        assertThat(reader.page(tail("log-all", since, Instant.parse(newest))))
                .contains("data-total=\"253\"", "vault opened")
                .doesNotContain("connection refused");
        assertThat(reader.page(tail("log-shop", since, since)))
                .contains("data-total=\"252\"")
                .doesNotContain("vault");
        assertThat(reader.page(tail("log-all", since, since) + "&query=level:("))
                .contains("data-trouble=\"The query cannot be read");
    }

    @Test
    void thePipelineSaysWhatTheIndexHoldsAndHowFarItLags() {
        assertThat(reader.page("log-all", "/pipeline"))
                .containsPattern("Lines arrive: the newest is|The newest line is")
                .contains("without all copies", ">253<", " of at most 1,000 fields");
        assertThat(reader.page("log-empty", "/pipeline")).contains("There is no index no-such-index yet.");
    }

    private static String tail(String environment, Instant since, Instant newest) {
        return "/environments/" + environment + "/logs/tail/lines?since=" + since + "&newest=" + newest;
    }

    private String suggestions(String environment, String begun) {
        return reader.page("/environments/" + environment + "/logs/suggestions?begun=" + begun);
    }
}

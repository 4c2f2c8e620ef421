package dev.binnacle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an engineer does with the logs of an environment, in a browser. */
final class LogVisit {
    /** Of a field's name. */
    private static final String BEGUN = "kubernetes.namespace";

    private static final String ECHO = "/api/v1/namespaces/echo/services/http:echo-service:http/proxy/api?token=";
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    private static final String HOSTILE =
            "<script>document.title='owned'</script><img src=x onerror=document.title='owned'> \u001b[2J\u001b]0;owned\u0007 \u202eevil";

    private final Chromium browser;
    private final String logs;

    /** @param logs the address of the log page */
    LogVisit(Chromium browser, String logs) {
        this.browser = browser;
        this.logs = logs;
    }

    /** A request's line is found by its token, and so is one that is made of markup, terminal codes and text that turns. */
    void findsRequests(Duration limit) {
        String token = UUID.randomUUID().toString();
        request(token + encoded(HOSTILE));
        browser.go(logs);
        browser.part("logs__query").fill('"' + token + '"');
        browser.part("logs__go").click();
        browser.await(browser.part("page__verdict"), Chromium.PATIENCE);
        Locator line = line(token);
        browser.awaitAcrossLoads(line, limit);
        assertThat(line.first().innerText()).contains("<script>");
        assertThat(browser.page().title()).doesNotContain("owned");
        browser.pictures("logs");
        line.first().locator(".opens a").click();
        browser.await(browser.page().locator("tr.detail"), Chromium.PATIENCE);
        browser.await(browser.part("delivery__before").getByText("Open echo-service"), Chromium.PATIENCE);
        assertThat(browser.page().title()).doesNotContain("owned");
        browser.picture("logs-line");
    }

    /** A part of the histogram is marked with the mouse, and the page shows that time. */
    void zoomsByDragging() {
        browser.go(logs + "?from=now-5m");
        Locator plot = browser.part("logs__histogram").locator("svg.zoomed");
        browser.await(plot, Chromium.PATIENCE);
        plot.scrollIntoViewIfNeeded();
        BoundingBox box = plot.boundingBox();
        browser.page().mouse().move(box.x + box.width * 0.3, box.y + 60);
        browser.page().mouse().down();
        browser.page().mouse().move(box.x + box.width * 0.98, box.y + 60);
        browser.page().mouse().up();
        browser.page().waitForURL(Pattern.compile("from=20\\d\\d-.*to=20\\d\\d-"));
        browser.await(browser.part("logs__lines"), Chromium.PATIENCE);
    }

    /** A field and a value are suggested, and taken by keyboard alone. */
    void takesSuggestionsByKeyboard() {
        browser.go(logs);
        Locator query = browser.part("logs__query");
        query.click();
        browser.suggest(BEGUN, () -> query.pressSequentially(BEGUN));
        Locator first = browser.part("logs__suggestion").first();
        browser.await(first.getByText("kubernetes.namespace_name"), Chromium.PATIENCE);
        query.press("ArrowDown");
        query.press("Enter");
        assertThat(query.inputValue()).startsWith("kubernetes.namespace_name");
        query.press("Escape");
        query.fill("kubernetes.namespace_name: ec");
        Locator value = browser.part("logs__suggestion").filter(new Locator.FilterOptions().setHasText("echo"));
        browser.await(value, Chromium.PATIENCE);
        browser.picture("logs-suggestions");
        query.press("ArrowDown");
        query.press("Enter");
        assertThat(query.inputValue()).contains("echo");
        query.press("Escape");
        query.press("Enter");
        browser.page().waitForURL(Pattern.compile("query=kubernetes"));
        browser.await(browser.part("logs__lines"), Chromium.PATIENCE);
    }

    /** What was typed and not searched yet goes along with another time; a suggestion taken by mouse leaves a menu open. */
    void keepsWhatWasTyped() {
        browser.go(logs);
        browser.part("logs__query").fill("stream: stderr");
        browser.part("logs__range").click();
        browser.page()
                .locator("#times a")
                .filter(new Locator.FilterOptions().setHasText("Last 24 hours"))
                .click();
        browser.page().waitForURL(Pattern.compile("from=now-24h"));
        assertThat(browser.part("logs__query").inputValue()).isEqualTo("stream: stderr");

        browser.part("logs__filter-new").click();
        Locator filter = browser.page().locator("#filter-text-new");
        browser.suggest(BEGUN, () -> filter.pressSequentially(BEGUN));
        Locator name = browser.part("logs__suggestion").first().getByText("kubernetes.namespace_name");
        browser.await(name, Chromium.PATIENCE);
        name.click();
        assertThat(filter.inputValue()).startsWith("kubernetes.namespace_name");
        assertThat(filter.isVisible()).isTrue();
    }

    /** The lines of a page are downloaded as a table. */
    void exports() throws IOException {
        browser.go(logs + "?from=now-15m&query=kubernetes.namespace_name:echo");
        browser.await(browser.part("logs__export"), Chromium.PATIENCE);
        browser.part("logs__export").click();
        Download download = browser.page()
                .waitForDownload(() -> browser.part("logs__export-csv").click());
        String table = Files.readString(download.path());
        assertThat(table.lines().findFirst().orElseThrow()).startsWith("\"time\",\"namespace\"");
        assertThat(table.lines().count()).isGreaterThan(1);
        cutsAnExportShort();
    }

    private void cutsAnExportShort() throws IOException {
        browser.go(logs + "?from=now-24h");
        browser.await(browser.part("logs__export"), Chromium.PATIENCE);
        browser.part("logs__export").click();
        Download download = browser.page()
                .waitForDownload(() -> browser.part("logs__export-csv").click());
        String mark = "Cut short after %d lines".formatted(PackagedPortal.EXPORT_LINES);
        browser.await(browser.page().locator("#export-says").getByText(mark), Chromium.PATIENCE);
        assertThat(Files.readString(download.path()).lines().toList().getLast()).startsWith("\"" + mark);
        browser.picture("logs-export-cut");
    }

    /** A line is on the page of the tail without anything being done there. */
    void tails() {
        browser.go(logs + "/tail?query=kubernetes.namespace_name:echo");
        browser.await(browser.part("tail__lines"), Chromium.PATIENCE);
        String token = UUID.randomUUID().toString();
        request(token);
        browser.await(
                browser.part("tail__lines").locator("tr").filter(new Locator.FilterOptions().setHasText(token)),
                ARRIVAL);
        browser.pictures("logs-tail");
        pausesTheTail();
    }

    /** What came during a pause comes when it ends; what is more than a page takes is counted, with a link to it. */
    private void pausesTheTail() {
        Pattern afterAPause = Pattern.compile("/tail/lines\\?.*behind=true");
        browser.page()
                .route(
                        afterAPause,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody(
                                        "<table data-total='1000000' data-ids='a/1' data-missed='%s'><tbody><tr><td>after</td></tr></tbody></table>"
                                                .formatted(logs))));
        browser.part("tail__pause").click();
        assertThat(browser.part("tail__says").innerText()).startsWith("Paused.");
        browser.part("tail__pause").click();
        browser.await(browser.part("tail__missed").locator("a"), Chromium.PATIENCE);
        browser.page().unroute(afterAPause);
        assertThat(browser.part("tail__missed").innerText())
                .matches("999,\\d+ lines that came meanwhile are not shown. Open them in log search");
        browser.await(browser.part("tail__lines").getByText("after"), Chromium.PATIENCE);
    }

    /** A probe is sent by a click, and its stages come to the page by themselves. */
    void probesThePipeline() {
        browser.go(logs + "/pipeline");
        browser.clickAcrossLoads(browser.part("probe__send"), ARRIVAL);
        browser.await(
                browser.part("probe__verdict").filter(new Locator.FilterOptions().setHasText("can be searched")),
                ARRIVAL);
        browser.pictures("logs-pipeline");
    }

    /** An archived hour is brought back, is searched, and goes again. */
    void bringsAnHourBack() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        browser.go(logs + "/archive?from=" + day + "T06:00:00.000Z&to=" + day + "T07:00:00.000Z");
        browser.awaitAcrossLoads(browser.part("archive__bring-back"), ARRIVAL);
        browser.part("archive__bring-back").click();
        Locator restore = browser.part("archive__restore").first();
        browser.await(restore.getByText("back", new Locator.GetByTextOptions().setExact(true)), ARRIVAL);
        assertThat(restore.innerText()).contains("1,200 lines");
        browser.pictures("logs-archive");
        restore.locator("th a").click();
        browser.awaitAcrossLoads(browser.part("logs__line"), Chromium.PATIENCE);
        assertThat(browser.part("page__verdict").innerText()).contains("1,200 lines");
        browser.go(logs + "/archive");
        browser.part("archive__remove").first().click();
        browser.await(browser.page().getByText("gone again"), Chromium.PATIENCE);
    }

    private Locator line(String token) {
        return browser.part("logs__line").filter(new Locator.FilterOptions().setHasText(token));
    }

    /** Makes a request of the echo service with that token, which begins with 36 plain characters. */
    static void request(String token) {
        try (KubernetesClient client = Sandbox.shared().seeded().adminClient()) {
            assertThat(client.raw(ECHO + token)).contains(token.substring(0, 36));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

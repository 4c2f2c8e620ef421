package dev.binnacle.acceptance;

import static dev.binnacle.acceptance.LogVisit.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an engineer wants of log search: why something crashed, what is new, to share it; without a mouse, on a phone. */
@TestInstance(Lifecycle.PER_CLASS)
class LogAcceptanceTests {
    private static final String BASE = "/environments/" + PackagedPortal.ENVIRONMENT;
    private static final String LOGS = BASE + "/logs";
    private static final String WHY = "The model file /models/current.bin is of format 7";
    /** The platform starts its parts and Prometheus and the log shipper come round only so often. */
    private static final Duration PLATFORM = Duration.ofMinutes(4);

    private static final Pattern ZOOMED = Pattern.compile("from=20\\d\\d-.*to=20\\d\\d-");

    private @Nullable Chromium chromium;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        if (chromium == null) {
            chromium = Visits.byAdministrator();
        }
    }

    @AfterEach
    void theBrowserHadNothingToComplainOf() {
        if (chromium != null) {
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void fromTheAlertOfACrashToWhyItCrashedTakesNoMoreThanFourClicks() {
        browser().go(BASE + "/alerts?filter=" + encoded("alertname=\"PodCrashLooping\" namespace=\"shop\""));
        Locator alert = browser().part("alerts__alert").filter(having("Firing"));
        browser().awaitAcrossLoads(alert, PLATFORM);
        Locator why = browser().part("logs__line").filter(having(WHY)).first();
        List<Locator> clicks = List.of(alert.first().getByText("Its log lines"), why.locator(".opens a"));
        assertThat(clicks).hasSizeLessThanOrEqualTo(4);

        clicks.getFirst().click();
        browser().awaitAcrossLoads(why, PLATFORM);
        clicks.getLast().click();
        browser().await(browser().part("line__text").getByText(WHY), Chromium.PATIENCE);
        browser().pictures("logs-crash");
    }

    @Test
    void aViewThatWasSavedForEverybodyIsOpenedByAnother() throws IOException, InterruptedException {
        String name = "Errors of the shop, " + UUID.randomUUID().toString().substring(0, 8);
        String query = "kubernetes.namespace_name: shop and stream: stderr";
        browser().go(LOGS + "?from=now-24h&query=" + encoded(query));
        browser().awaitAcrossLoads(browser().part("logs__line"), PLATFORM);
        browser().part("logs__views").click();
        browser().part("logs__view-name").fill(name);
        browser()
                .page()
                .waitForResponse(
                        response -> response.request().method().equals("POST"),
                        () -> browser().part("logs__view-share").click());

        try (Chromium other = Visits.by(Account.viewer(browser()))) {
            other.go(LOGS);
            other.part("logs__views").click();
            Locator view = other.part("logs__view").filter(having(name));
            other.await(view, Chromium.PATIENCE);
            other.pictures("logs-views");
            assertThat(other.part("logs__view-delete").count()).isZero();
            view.click();
            other.page().waitForURL(Pattern.compile("from=now-24h"));
            other.await(other.part("logs__line"), Chromium.PATIENCE);
            assertThat(other.part("logs__query").inputValue()).isEqualTo(query);
            other.picture("logs-view-opened");
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void aRolloutIsTailedAndItsOperationLeadsToWhatIsNewSince() {
        DeliveryVisit echo = new DeliveryVisit(browser());
        echo.redeploy();
        String operation = browser().page().url();
        browser().part("delivery__search-lines").click();
        browser().part("logs__tail").click();
        Locator started = browser().part("tail__lines").locator("tr").filter(having("answers on port"));
        browser().await(started, PLATFORM);
        browser().picture("logs-tail-rollout");

        browser().go(operation);
        echo.awaitSuccess();
        String number = operation.replaceFirst(".*/", "");
        String unheardOf = "the bank has just refused this voucher for the second time";
        LogVisit.request(UUID.randomUUID() + encoded(" " + unheardOf));

        browser().part("delivery__search-lines").click();
        browser().await(browser().part("logs__histogram"), Chromium.PATIENCE);
        Locator news = browser().page().locator("[aria-label^='New patterns since " + number + " ']");
        if (!news.isVisible()) {
            browser().page().getByText("things happened").click();
        }
        news.click();
        Locator fresh = browser()
                .part("patterns__row")
                .filter(having(unheardOf))
                .filter(new Locator.FilterOptions().setHas(browser().part("patterns__new")));
        browser().awaitAcrossLoads(fresh, PLATFORM);
        browser().pictures("logs-new");
    }

    @Test
    void linesAreFoundWithoutAMouse() {
        browser().go(LOGS + "?from=now-15m");
        browser().awaitAcrossLoads(bars().nth(4), PLATFORM);
        Keys keys = new Keys(browser());
        keys.tabFromTheTopTo(browser().part("logs__query"));
        keys.takeSuggestion("kubernetes.namespace", "kubernetes.namespace_name", "Tab");
        keys.takeSuggestion("sh", "shop", "Enter");
        assertThat(browser().part("logs__query").inputValue()).matches("kubernetes.namespace_name: \"?shop\"? ");
        browser().picture("logs-keyboard-query");
        keys.press("Escape", "Enter");
        browser().page().waitForURL(Pattern.compile("query=kubernetes"));
        browser().awaitAcrossLoads(bars().nth(4), PLATFORM);

        keys.tabFromTheTopTo(bars());
        keys.press("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
        browser().await(browser().page().locator(".chosen-range"), Chromium.PATIENCE);
        browser().picture("logs-keyboard-marked");
        keys.press("Enter");
        browser().page().waitForURL(ZOOMED);

        Locator opener = browser().part("logs__line").locator(".opens a").first();
        keys.tabTo(opener); // from the main part on, whose address was taken along
        keys.press("Enter");
        browser().await(browser().part("line__text"), Chromium.PATIENCE);
        assertThat(Keys.isFocused(opener)).isTrue();
        browser().pictures("logs-keyboard-line");
        keys.press("Enter");
        PlaywrightAssertions.assertThat(browser().part("line__text")).hasCount(0);
    }

    @Test
    void linesAreFoundOnAPhone() throws IOException, InterruptedException {
        try (Chromium phone = Visits.byAdministrator(Chromium.PHONE)) {
            PhoneVisit logs = new PhoneVisit(phone, LOGS);
            logs.showsLines(PLATFORM);
            logs.opensALine();
            logs.filters(PLATFORM);
            logs.tails(PLATFORM);
            logs.fitsEveryPage();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void aPageThatAsksAgainByItselfRestsWhileALineIsRead() {
        browser().go(LOGS + "?from=now-15m&refresh=5s");
        browser().awaitAcrossLoads(browser().part("logs__line"), PLATFORM);
        Locator opener = browser().part("logs__line").locator(".opens a").first();
        opener.click();
        browser().await(browser().page().getByText("Not asked again while you read."), Chromium.PATIENCE);
        browser().picture("logs-rests");
        browser().page().evaluate("document.getElementById('results').dataset.first = 'yes'");
        opener.click();
        browser().page().locator("h1").click();
        browser().await(browser().page().locator("#results:not([data-first])"), Chromium.PATIENCE);
        assertThat(browser().part("logs__line").count()).isPositive();
    }

    private Locator bars() {
        return browser().part("logs__histogram").locator(".bar");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Chromium browser() {
        if (chromium == null) {
            throw new IllegalStateException("No browser is open");
        }
        return chromium;
    }
}

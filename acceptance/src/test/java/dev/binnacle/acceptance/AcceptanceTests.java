package dev.binnacle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.seed.EchoLoad;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** One visit, from signing in to the last page, in this order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcceptanceTests {
    private static final String BASE = "/environments/" + PackagedPortal.ENVIRONMENT;
    /** The platform starts its parts and Prometheus and the log shipper come round only so often. */
    private static final Duration PLATFORM = Duration.ofMinutes(4);

    private @Nullable Chromium chromium;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        if (chromium == null) {
            chromium = Visits.byAdministrator();
        }
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void theOverviewShowsTheEnvironment() {
        browser().go("/");
        Locator environment = browser()
                .part("overview__environment")
                .filter(new Locator.FilterOptions().setHasText(PackagedPortal.ENVIRONMENT));
        browser().awaitAcrossLoads(environment, Chromium.PATIENCE);
        browser().pictures("overview");
    }

    @Test
    @Order(2)
    void theListLeadsToTheEchoServicesPage() {
        browser().go(BASE + "/workloads?name=echo-service");
        Locator link = browser().part("workloads__row").locator("th a");
        browser().awaitAcrossLoads(link, PLATFORM);
        browser().pictures("workloads");
        link.first().click();
        browser().await(browser().part("workload__figures"), Chromium.PATIENCE);
        assertThat(browser().page().locator("h1").innerText()).isEqualTo("echo-service");
        browser().await(browser().part("workload__pods"), Chromium.PATIENCE);
        browser().pictures("workload");
    }

    @Test
    @Order(3)
    void whatAProxyAnswersInPlaceOfThePortalReplacesNoLivePart() {
        Page page = browser().page();
        Locator stale = page.locator("#stale");
        Object part = page.evaluate("document.querySelector('main [data-live][hx-get]').id");
        page.route("**/*", route -> {
            if (part.equals(route.request().headers().get("hx-target"))) {
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("Bad gateway"));
            } else {
                route.resume();
            }
        });
        page.evaluate("id => htmx.trigger('#' + id, 'live')", part);
        browser().await(stale, Chromium.PATIENCE);
        assertThat(page.content()).doesNotContain("Bad gateway");
        page.unrouteAll();
        stale.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    @Order(4)
    void aClickIsNotLostWhereItsPartIsFetchedBetweenPressAndRelease() {
        Page page = browser().page();
        Locator link = page.locator("main [data-live][hx-get]:has(a[href])")
                .first()
                .locator("a[href]")
                .first();
        String address = link.getAttribute("href");
        link.hover();
        page.mouse().down();
        link.evaluate("""
                link => new Promise(swapped => {
                  const part = link.closest('[data-live]');
                  document.addEventListener('htmx:afterRequest', ({ detail }) => {
                    if (detail.requestConfig.elt.id === part.id) setTimeout(swapped, 200);
                  });
                  htmx.trigger(part, 'live');
                })""");
        page.mouse().up();
        page.waitForURL(url -> url.endsWith(address));
    }

    @Test
    @Order(5)
    void theLogsAreSearchedFollowedAndKept() throws IOException {
        LogVisit logs = new LogVisit(browser(), BASE + "/logs");
        logs.findsRequests(PLATFORM);
        logs.zoomsByDragging();
        logs.takesSuggestionsByKeyboard();
        logs.keepsWhatWasTyped();
        logs.exports();
        logs.tails();
        logs.probesThePipeline();
        logs.bringsAnHourBack();
    }

    @Test
    @Order(6)
    void aRedeployIsWatchedUntilItHasFinished() {
        DeliveryVisit echo = new DeliveryVisit(browser());
        echo.redeploy();
        browser().picture("operation-begins");
        echo.awaitSuccess();
        browser().pictures("operation-succeeded");
    }

    @Test
    @Order(7)
    void aTagThatDoesNotExistFailsSaysWhyAndIsRolledBack() {
        DeliveryVisit echo = new DeliveryVisit(browser());
        echo.offer("delivery__new-image").click();
        Locator image = browser().part("delivery__ask").locator("[name=image]");
        String present = image.inputValue();
        image.fill(present.substring(0, present.lastIndexOf(':')) + ":no-such-tag");
        browser().part("delivery__plan").click();
        echo.confirm("Try a tag that does not exist");
        assertThat(echo.awaitFailure()).contains("no-such-tag");
        browser().pictures("operation-failed");

        browser().part("delivery__roll-back").click();
        echo.confirm("Take it back");
        echo.awaitSuccess();
        browser().picture("operation-rolled-back");
    }

    @Test
    @Order(8)
    void itsAlertFiresUnderLoadIsSilencedWithACommentAndFiresAgainWhenTheSilenceIsExpired() {
        try (EchoLoad _ = Sandbox.shared().highLoad()) {
            silenceAndExpire("Seen, and waited for: " + UUID.randomUUID());
        }
    }

    private void silenceAndExpire(String comment) {
        browser().go(BASE + "/alerts");
        browser().part("alerts__filter").fill("alertname=\"EchoLoadHigh\"");
        browser().part("alerts__filter").press("Enter");
        browser().await(browser().part("alerts__state-firing"), Chromium.PATIENCE);
        browser().awaitAcrossLoads(alert("Firing"), PLATFORM);
        String narrowed = browser().page().url();
        browser().pictures("alerts");

        // A critical alert of the last rollout may hold it back for a while, in between, too.
        browser().clickAcrossLoads(alert("Firing").first().getByTestId("alerts__silence-alert"), PLATFORM);
        browser().part("silence__comment").fill(comment);
        browser().await(browser().part("silence__muted"), Chromium.PATIENCE);
        browser().pictures("silence");
        browser().part("silence__submit").click();
        browser().await(browser().part("alerts__notice"), Chromium.PATIENCE);
        browser().go(narrowed);
        browser().awaitAcrossLoads(alert("Silenced"), Chromium.PATIENCE);
        Locator silence = browser().part("alerts__silence-row").filter(new Locator.FilterOptions().setHasText(comment));
        browser().await(silence, Chromium.PATIENCE);
        browser().picture("alerts-silenced");

        silence.getByTestId("alerts__expire").click();
        browser().await(browser().part("expire__submit"), Chromium.PATIENCE);
        browser().picture("silence-expire");
        browser().part("expire__submit").click();
        browser().await(browser().part("alerts__notice"), Chromium.PATIENCE);
        browser().go(narrowed);
        browser().awaitAcrossLoads(alert("Firing"), PLATFORM);
        assertThat(silence.count()).isZero();
    }

    @Test
    @Order(9)
    void theBrowserHadNothingToComplainOf() {
        assertThat(browser().complaints()).isEmpty();
    }

    private Locator alert(String state) {
        Locator word = browser().page().locator("strong", new Page.LocatorOptions().setHasText(state));
        return browser().part("alerts__alert").filter(new Locator.FilterOptions().setHas(word));
    }

    private Chromium browser() {
        if (chromium == null) {
            throw new IllegalStateException("No browser is open");
        }
        return chromium;
    }
}

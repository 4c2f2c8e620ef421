package dev.binnacle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;

/** What an engineer does with the logs of an environment on a phone, where no page is wider than the screen. */
final class PhoneVisit {
    private final Chromium phone;
    private final String logs;

    /** @param logs the address of the log page */
    PhoneVisit(Chromium phone, String logs) {
        this.phone = phone;
        this.logs = logs;
    }

    void showsLines(Duration limit) {
        phone.go(logs + "?from=now-15m");
        phone.awaitAcrossLoads(phone.part("logs__line"), limit);
        for (String part : List.of("logs__query", "logs__range", "logs__histogram", "logs__line")) {
            assertInWidth(phone.part(part).first());
        }
        phone.pictures("logs-phone");
    }

    void opensALine() {
        phone.part("logs__line").locator(".opens a").first().tap();
        phone.await(phone.part("line__text"), Chromium.PATIENCE);
        assertInWidth(phone.part("line__text"));
        phone.picture("logs-phone-line");
    }

    /** A filter is added, and removed again. */
    void filters(Duration limit) {
        phone.part("logs__filter-new").tap();
        Locator filter = phone.page().locator("#filter-text-new");
        filter.fill("kubernetes.namespace_name: shop");
        assertInWidth(filter);
        assertThat(filter.boundingBox().width).as("room to write in").isGreaterThan(200);
        phone.picture("logs-phone-filter");
        phone.page().locator("#filter-new button").tap();
        phone.await(phone.part("logs__filter"), Chromium.PATIENCE);
        phone.awaitAcrossLoads(phone.part("logs__line"), limit);
        assertFits();
        phone.picture("logs-phone-filtered");
        phone.part("logs__filter").locator(".remove").tap();
        PlaywrightAssertions.assertThat(phone.part("logs__filter")).hasCount(0);
        phone.awaitAcrossLoads(phone.part("logs__line"), limit);
    }

    void tails(Duration limit) {
        phone.go(logs + "/tail");
        phone.await(phone.part("tail__lines").locator("tbody tr"), limit);
        assertFits();
        phone.picture("logs-phone-tail");
    }

    void fitsEveryPage() {
        for (String page : List.of("patterns", "pipeline", "archive")) {
            phone.go(logs + "/" + page);
            phone.await(phone.part("page__verdict"), Chromium.PATIENCE);
            PlaywrightAssertions.assertThat(phone.page().locator("[aria-busy=true]"))
                    .hasCount(0);
            assertFits();
            phone.picture("logs-phone-" + page);
        }
    }

    private void assertInWidth(Locator part) {
        phone.await(part, Chromium.PATIENCE);
        part.scrollIntoViewIfNeeded();
        BoundingBox box = part.boundingBox();
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(phone.page().viewportSize().width);
        assertFits();
    }

    /** A phone zooms out where a page is wider than its screen, so that its inner width says nothing. */
    private void assertFits() {
        assertThat((int) phone.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", phone.page().url())
                .isLessThanOrEqualTo(phone.page().viewportSize().width);
    }
}

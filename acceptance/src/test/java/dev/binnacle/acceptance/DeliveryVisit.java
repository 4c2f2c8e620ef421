package dev.binnacle.acceptance;

import com.microsoft.playwright.Locator;
import java.time.Duration;

/** What an engineer does to the echo workload, in a browser. */
final class DeliveryVisit {
    private static final String WORKLOAD =
            "/environments/" + PackagedPortal.ENVIRONMENT + "/workloads/echo/deployment/echo-service";
    private static final Duration ROLLOUT = Duration.ofMinutes(10);

    private final Chromium browser;

    DeliveryVisit(Chromium browser) {
        this.browser = browser;
    }

    /** Opens the workload's page, with that button of its operations. */
    Locator offer(String button) {
        browser.go(WORKLOAD);
        browser.await(browser.part(button), Chromium.PATIENCE);
        return browser.part(button);
    }

    /** The page of the operation is shown when it has begun. */
    void redeploy() {
        offer("delivery__redeploy").click();
        Locator asked = browser.part("delivery__confirm");
        browser.await(browser.part("delivery__operation").or(asked), Chromium.PATIENCE);
        if (asked.isVisible()) {
            confirm("An alert of it fires, which is asked about first");
        }
    }

    void confirm(String reason) {
        browser.await(browser.part("delivery__confirm"), Chromium.PATIENCE);
        browser.picture("plan");
        browser.part("delivery__confirm-form").locator("[name=reason]").fill(reason);
        browser.part("delivery__confirm").click();
        browser.await(browser.part("delivery__operation"), Chromium.PATIENCE);
    }

    void awaitSuccess() {
        browser.await(browser.page().locator("[data-testid=delivery__operation][data-stage=succeeded]"), ROLLOUT);
    }

    /** @return what the page says of the operation that failed */
    String awaitFailure() {
        browser.await(browser.part("delivery__failure"), ROLLOUT);
        return browser.part("delivery__failure").innerText();
    }
}

package dev.binnacle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;

/** The keyboard of somebody who uses no mouse. */
final class Keys {
    /** Nobody presses Tab more often than that to get anywhere. */
    private static final int PATIENCE = 120;

    private final Chromium browser;
    private final Keyboard keyboard;

    Keys(Chromium browser) {
        this.browser = browser;
        this.keyboard = browser.page().keyboard();
    }

    void press(String... keys) {
        for (String key : keys) {
            keyboard.press(key);
        }
    }

    /** Types the first part of a suggestion, goes to it by the arrow and takes it by that key. */
    void takeSuggestion(String begun, String suggestion, String key) {
        browser.suggest(begun, () -> keyboard.type(begun));
        Locator all = browser.part("logs__suggestion");
        Locator wanted =
                all.filter(new Locator.FilterOptions().setHasText(suggestion)).first();
        browser.await(wanted, Chromium.PATIENCE);
        for (int arrows = all.count(); arrows > 0 && !isChosen(wanted); arrows--) {
            keyboard.press("ArrowDown");
        }
        assertThat(isChosen(wanted)).isTrue();
        keyboard.press(key);
    }

    private static boolean isChosen(Locator suggestion) {
        return "true".equals(suggestion.getAttribute("aria-selected"));
    }

    /** From wherever the focus is. */
    void tabTo(Locator target) {
        browser.await(target, Chromium.PATIENCE);
        for (int presses = 0; presses < PATIENCE; presses++) {
            keyboard.press("Tab");
            if (isFocused(target)) {
                return;
            }
        }
        throw new AssertionError("%s is not reached by %d times Tab, which lead to %s"
                .formatted(target, PATIENCE, browser.page().evaluate("document.activeElement.outerHTML")));
    }

    /** From the top of the page that was loaded last, past what all pages have. */
    void tabFromTheTopTo(Locator target) {
        tabTo(browser.page().locator("a.skip"));
        keyboard.press("Enter");
        tabTo(target);
    }

    static boolean isFocused(Locator target) {
        return (boolean) target.first().evaluate("element => element === document.activeElement");
    }
}

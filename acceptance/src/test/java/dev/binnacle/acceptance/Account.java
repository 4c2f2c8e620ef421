package dev.binnacle.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;

/** Somebody who signs in. A one-time password is changed at the first time. */
final class Account {
    private final String name;
    private String password;

    Account(String name, String password) {
        this.name = name;
        this.password = password;
    }

    /** Somebody new, who may read the tests' environment and change nothing. */
    static Account viewer(Chromium administrator) {
        String name = "viewer-" + UUID.randomUUID().toString().substring(0, 8);
        administrator.go("/administration/accounts");
        Locator creation = administrator.part("accounts__create");
        creation.locator("[name=name]").fill(name);
        creation.locator("button").click();
        String password =
                administrator.part("account__password").locator("code").innerText();
        Locator grant = administrator.part("account__add-grant");
        grant.locator("[name=role]").selectOption(new SelectOption().setLabel("viewer"));
        grant.locator("[name=environment]").selectOption(PackagedPortal.ENVIRONMENT);
        grant.locator("button").click();
        administrator.await(administrator.part("account__grant"), Chromium.PATIENCE);
        return new Account(name, password);
    }

    void signIn(Chromium browser) {
        browser.go("/");
        Locator form = browser.part("sign-in__form");
        form.locator("[name=username]").fill(name);
        form.locator("[name=password]").fill(password);
        browser.picture("sign-in");
        form.locator("button").click();
        Locator change = browser.part("password__form");
        browser.await(change.or(browser.part("frame__topbar")), Chromium.PATIENCE);
        if (change.isVisible()) {
            changePassword(browser, change);
        }
    }

    private void changePassword(Chromium browser, Locator change) {
        String own = UUID.randomUUID().toString();
        change.locator("[name=password]").fill(password);
        change.locator("[name=chosen]").fill(own);
        change.locator("[name=again]").fill(own);
        browser.picture("password");
        change.locator("button").click();
        browser.await(browser.part("frame__topbar"), Chromium.PATIENCE);
        password = own;
    }
}

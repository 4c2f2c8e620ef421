package dev.binnacle.portal;

import dev.binnacle.portal.access.Role;
import java.net.URI;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Browsers on the portal's own port. */
public class Browsers {

    private final WebServerApplicationContext context;
    private final JdbcClient jdbc;

    Browsers(WebServerApplicationContext context, JdbcClient jdbc) {
        this.context = context;
        this.jdbc = jdbc;
    }

    /** @return a browser that has not signed in */
    public Browser fresh() {
        return new Browser(URI.create("http://localhost:" + port()));
    }

    /** @return a browser whose new account has signed in */
    public Browser signedIn(String account, String environment, Role role) {
        // The new account takes the hash of the first administrator, and so its password.
        jdbc.sql("""
                        insert into accounts (name, password_hash, must_change_password, created_at)
                        select ?, password_hash, false, now() from accounts where name = 'admin'
                        """).param(account).update();
        jdbc.sql("insert into account_grants (account, environment, role) values (?, ?, ?)")
                .params(account, environment, role.name())
                .update();
        Browser browser = fresh();
        signIn(browser, account);
        return browser;
    }

    /** Signs an account of {@link #signedIn} in again. */
    public void signIn(Browser browser, String account) {
        browser.signIn(account, FreshDatabase.ADMIN_PASSWORD);
    }

    int port() {
        var server = context.getWebServer();
        return server == null ? -1 : server.getPort();
    }
}

package dev.binnacle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.binnacle.portal.access.Role;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The portal as different accounts see it. Their requests pass the real filter chain and carry a CSRF token. */
public class Visitors {

    private static final String EVERYWHERE = "*";

    private final WebApplicationContext context;
    private final JdbcClient jdbc;

    Visitors(WebApplicationContext context, JdbcClient jdbc) {
        this.context = context;
        this.jdbc = jdbc;
    }

    /** @return the portal for an account that holds the role in that environment and nothing elsewhere */
    public MockMvcTester in(String environment, Role role) {
        return signedInAs(account(role.name().toLowerCase(Locale.ROOT) + "-of-" + environment, environment, role));
    }

    /** @return the portal for an administrator of everything */
    public MockMvcTester administrator() {
        return signedInAs(account("administrator", EVERYWHERE, Role.ADMINISTRATOR));
    }

    /** @return the portal for an account without any right */
    public MockMvcTester stranger() {
        return signedInAs(account("stranger"));
    }

    /** @return the portal for somebody who has not signed in */
    public MockMvcTester signedOut() {
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .defaultRequest(MockMvcRequestBuilders.get("/").with(csrf()))
                .build());
    }

    /** @return the portal for a program, which shows a token or nothing */
    public MockMvcTester program() {
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }

    /** Makes an API token for an environment, as an administrator does. Returns its secret. */
    public String token(String name, String environment) throws IOException {
        var made = administrator()
                .post()
                .uri("/administration/tokens")
                .param("name", name)
                .param("environment", environment)
                .param("days", "30")
                .exchange();
        assertThat(made).hasStatusOk();
        Matcher secret = Pattern.compile("binnacle_[A-Za-z0-9_-]{43}")
                .matcher(made.getResponse().getContentAsString());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    /** Tells the portal something with a token, as JSON. */
    public MvcTestResult told(String secret, String address, String body) {
        return program()
                .post()
                .uri(address)
                .header("Authorization", "Bearer " + secret)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    /** @return the portal for an account that is there already */
    public MockMvcTester signedInAs(String account) {
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .defaultRequest(MockMvcRequestBuilders.get("/").with(csrf()).with(user(account)))
                .build());
    }

    /** @return the same without a CSRF token */
    public MockMvcTester withoutToken(String account) {
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .defaultRequest(MockMvcRequestBuilders.get("/").with(user(account)))
                .build());
    }

    /** Makes the account where it is not there, whose password nobody knows. */
    public String account(String name, String environment, Role role) {
        jdbc.sql("insert into account_grants (account, environment, role) values (?, ?, ?) on conflict do nothing")
                .params(account(name), environment, role.name())
                .update();
        return name;
    }

    private String account(String name) {
        jdbc.sql("""
                        insert into accounts (name, password_hash, must_change_password, created_at)
                        values (?, '', false, now()) on conflict do nothing
                        """).param(name).update();
        return name;
    }
}

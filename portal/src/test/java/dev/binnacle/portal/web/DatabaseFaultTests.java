package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.FreshDatabase;
import dev.binnacle.portal.Wire;
import dev.binnacle.portal.access.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A PostgreSQL that goes away, restarts, or says nothing any more. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ContextConfiguration(initializers = DatabaseFaultTests.BehindAWire.class)
@Import(Browsers.class)
@DirtiesContext
class DatabaseFaultTests {

    private static final Duration SAID = Duration.ofSeconds(6);
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final Wire wire;
    private final Browsers browsers;
    private final JdbcClient jdbc;

    DatabaseFaultTests(Wire wire, Browsers browsers, JdbcClient jdbc) {
        this.wire = wire;
        this.browsers = browsers;
        this.jdbc = jdbc;
    }

    @AfterEach
    void mend() {
        wire.mend();
        // Connections that were used in the last half second are taken for alive by the pool.
        await().pollDelay(Duration.ofMillis(600))
                .atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> count("select 1") == 1);
    }

    @Test
    void aDatabaseThatIsGoneIsNamedAndWhatWasSavedIsThereAfterwards() {
        Browser browser = browsers.signedIn("db-gone", "db-gone", Role.OPERATOR);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        wire.cut();
        assertSaysSo(browser, "/");
        assertSaysSo(browser, "/environments/db-gone/workloads");
        assertThat(browsers.fresh().get("/sign-in").statusCode())
                .as("the page to sign in needs no database")
                .isEqualTo(200);
        wire.mend();
        await().atMost(RECOVERY).until(() -> browser.get("/").statusCode() == 200);
        assertThat(browser.get("/").body()).contains("db-gone");
    }

    @Test
    void aDatabaseThatSaysNothingAnyMoreHoldsNoPageUpForLong() {
        Browser browser = browsers.signedIn("db-silent", "db-silent", Role.VIEWER);
        wire.silence();
        assertSaysSo(browser, "/");
        wire.mend();
        await().atMost(RECOVERY).until(() -> browser.get("/").statusCode() == 200);
    }

    @Test
    void aRestartBetweenTwoRequestsIsNotNoticed() {
        Browser browser = browsers.signedIn("db-restart", "db-restart", Role.VIEWER);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        wire.cut();
        wire.mend();
        await().atMost(RECOVERY).until(() -> browser.get("/").statusCode() == 200);
    }

    @Test
    void aChangeThatFellIntoTheBreakWasNotMade() {
        Browser browser = browsers.fresh();
        String form = browser.get("/sign-in").body();
        wire.cut();
        HttpResponse<String> answer =
                browser.postOn(form, "/sign-in", Map.of("username", "admin", "password", "whatever"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing was changed").doesNotContain("Exception");
        wire.mend();
        await().atMost(RECOVERY).until(() -> browsers.fresh().get("/sign-in").statusCode() == 200);
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count("select number from audit_head"))
                        .isEqualTo(count("select count(*) from audit_entries")));
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static void assertSaysSo(Browser browser, String path) {
        long asked = System.nanoTime();
        HttpResponse<String> answer = browser.get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).as(path).isLessThan(SAID);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.body())
                .contains("Binnacle cannot reach its database", "<h1")
                .doesNotContain("Exception", "org.postgresql", "HikariPool", "\tat ");
    }

    /** Puts a wire between the portal and its database. */
    static final class BehindAWire extends FreshDatabase {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            String url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
            URI database = URI.create(url.substring("jdbc:".length()));
            Wire wire = new Wire(database.getHost(), database.getPort());
            context.getBeanFactory().registerSingleton("wire", wire);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "wire",
                            Map.of(
                                    "spring.datasource.hikari.data-source-properties.socketTimeout",
                                    2,
                                    "spring.datasource.url",
                                    url.replace(":" + database.getPort() + "/", ":" + wire.port() + "/"))));
        }
    }
}

package dev.binnacle.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SessionTests {

    private final Browsers browsers;
    private final Sessions sessions;
    private final JdbcClient jdbc;

    SessionTests(Browsers browsers, Sessions sessions, JdbcClient jdbc) {
        this.browsers = browsers;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @Test
    void whoeverLooksAtTheSignInLeavesNoSessionBehind() {
        long before = count();
        assertThat(browsers.fresh().get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theSessionHasAnotherIdentityAfterEachSignInAndTheTokenOfBeforeIsWorthless() {
        Browser browser = browsers.signedIn("session-identity", "europe", Role.VIEWER);
        String first = browser.cookie("session");
        browsers.signIn(browser, "session-identity");
        assertThat(browser.cookie("session")).isNotBlank().isNotEqualTo(first);
        assertThat(browser.cookie("csrf")).isEmpty();
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        var answer = browsers.signedIn("session-cookie", "europe", Role.VIEWER).get("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite="));
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = browsers.signedIn("session-out", "europe", Role.VIEWER);
        String session = browser.cookie("session");
        assertThat(browser.post("/", "/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        assertThat(session).isNotBlank();
        assertThat(sessions.count("session-out")).isZero();
    }

    @Test
    void aPartOfAPageLeadsBackToThePage() {
        String page = "/environments/europe/logs?query=a%20b&from=now-1h";
        assertThat(partOf("http://localhost:1" + page + "#lines"))
                .isEqualTo("/sign-in?ended=true&to=%2Fenvironments%2Feurope%2Flogs%3Fquery%3Da%2520b%26from%3Dnow-1h");
        assertThat(partOf("http://localhost:1//elsewhere.example")).isEqualTo("/sign-in?ended=true&to=%2F");
        assertThat(partOf("javascript:alert(1)")).isEqualTo("/sign-in?ended=true&to=%2F");
    }

    private String partOf(String page) {
        var answer = browsers.fresh().fragment("/banners", "banners", page);
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.headers().firstValue("HX-Redirect").orElseThrow();
    }

    @Test
    void anAdministratorEndsThemAll() {
        Browser browser = browsers.signedIn("session-ended", "europe", Role.VIEWER);
        Browser administrator = browsers.signedIn("session-admin", Account.EVERYWHERE, Role.ADMINISTRATOR);
        String page = "/administration/accounts/session-ended";
        assertThat(administrator.post(page, page + "/sign-out", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        var headers = browsers.fresh().get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(SecurityConfiguration.POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void managementIsNotOnThePortalsPort() {
        Browser administrator = browsers.signedIn("session-management", Account.EVERYWHERE, Role.ADMINISTRATOR);
        assertThat(administrator.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private long count() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}

package dev.binnacle.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class SignInTests {

    private final Visitors visitors;
    private final AccountRecords accounts;
    private final PasswordHashes hashes;
    private final Passwords passwords;
    private final JdbcClient jdbc;

    SignInTests(
            Visitors visitors, AccountRecords accounts, PasswordHashes hashes, Passwords passwords, JdbcClient jdbc) {
        this.visitors = visitors;
        this.accounts = accounts;
        this.hashes = hashes;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    @Test
    void theRightPasswordLeadsBackToThePageThatWasAskedFor() {
        String password = account("sign-in-right");
        assertThat(attempt("Sign-In-Right", password, "/environments/europe/workloads?sort=name"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/environments/europe/workloads?sort=name");
        assertThat(entries("sign-in-right", "account.sign-in")).isOne();
    }

    @Test
    void noLinkLeadsElsewhereAfterTheSignIn() {
        String password = account("sign-in-elsewhere");
        for (String to : new String[] {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "a b"}) {
            assertThat(attempt("sign-in-elsewhere", password, to)).hasRedirectedUrl("/");
        }
    }

    @Test
    void aWrongPasswordSaysHowManyAttemptsAreLeft() {
        account("sign-in-wrong");
        assertThat(attempt("sign-in-wrong", "wrong", "/"))
                .hasStatus(401)
                .bodyText()
                .contains("Name and password do not match.", "4 attempts are left; then this name waits 5 minutes.");
        assertThat(entries("sign-in-wrong", "account.sign-in-refused")).isOne();
    }

    @Test
    void afterFiveAttemptsEvenTheRightPasswordWaits() {
        String password = account("sign-in-waits");
        for (int attempt = 0; attempt < SignInAttempts.BY_NAME; attempt++) {
            attempt("sign-in-waits", "wrong", "/");
        }
        assertThat(attempt("sign-in-waits", password, "/"))
                .hasStatus(429)
                .bodyText()
                .contains("Try again in 5 minutes");
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        assertThat(attempt("sign-in-nobody", "wrong", "/"))
                .hasStatus(401)
                .bodyText()
                .contains("Name and password do not match.", "4 attempts are left");
    }

    @Test
    void aDisabledAccountIsNotLetIn() {
        String password = account("sign-in-disabled");
        accounts.disable("sign-in-disabled", true);
        assertThat(attempt("sign-in-disabled", password, "/")).hasStatus(401);
    }

    @Test
    void aRevokedRightEndsWithTheNextRequest() {
        var operator = visitors.in("sign-in-revoked", Role.OPERATOR);
        assertThat(operator.post().uri("/environments/sign-in-revoked/nothing-here"))
                .hasStatus(404);
        accounts.grant("operator-of-sign-in-revoked", "sign-in-revoked", Role.VIEWER);
        assertThat(operator.post().uri("/environments/sign-in-revoked/nothing-here"))
                .hasStatus(403);
        accounts.disable("operator-of-sign-in-revoked", true);
        assertThat(operator.get().uri("/")).hasStatus(303);
    }

    @Test
    void aOneTimePasswordHasToBeChanged() {
        String password = account("sign-in-first");
        jdbc.sql("update accounts set must_change_password = true where name = 'sign-in-first'")
                .update();
        var portal = visitors.signedInAs("sign-in-first");
        assertThat(portal.get().uri("/")).hasStatus(303).hasHeader("Location", "/password");
        assertThat(change(portal, "wrong", "another long one")).hasStatus(422);
        assertThat(change(portal, password, "short")).hasStatus(422);
        assertThat(change(portal, password, "another long one")).hasStatus3xxRedirection();
        assertThat(portal.get().uri("/")).hasStatusOk();
    }

    private static MvcTestResult change(
            org.springframework.test.web.servlet.assertj.MockMvcTester portal, String password, String chosen) {
        return portal.post()
                .uri("/password")
                .param("password", password)
                .param("chosen", chosen)
                .param("again", chosen)
                .exchange();
    }

    private MvcTestResult attempt(String name, String password, String to) {
        return visitors.signedOut()
                .post()
                .uri("/sign-in")
                .param("username", name)
                .param("password", password)
                .param("to", to)
                .exchange();
    }

    private String account(String name) {
        String password = passwords.generate();
        visitors.account(name, "europe", Role.VIEWER);
        hashes.keep(name, passwords.hash(password), false);
        return password;
    }

    private long entries(String account, String action) {
        return jdbc.sql("select count(*) from audit_entries where account = ? and action = ?")
                .params(account, action)
                .query(Long.class)
                .single();
    }
}

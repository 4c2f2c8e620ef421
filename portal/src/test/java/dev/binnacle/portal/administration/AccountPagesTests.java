package dev.binnacle.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Account;
import dev.binnacle.portal.access.Accounts;
import dev.binnacle.portal.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class AccountPagesTests {

    private static final String PAGES = "/administration/accounts";

    private final Visitors visitors;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    AccountPagesTests(Visitors visitors, Accounts accounts, JdbcClient jdbc) {
        this.visitors = visitors;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Test
    void aNewAccountHasAOneTimePasswordThatIsShownOnce() {
        var administrator = visitors.administrator();
        assertThat(administrator.post().uri(PAGES).param("name", "Pages-New"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("One-time password: <code>[a-z0-9]{5}(-[a-z0-9]{5}){3}</code>");
        assertThat(administrator.get().uri(PAGES + "/pages-new"))
                .hasStatusOk()
                .bodyText()
                .contains("This account sees nothing yet.")
                .doesNotContain("One-time password: ");
        assertThat(accounts.named("pages-new").mustChangePassword()).isTrue();
        assertThat(recorded("account.create", "account pages-new")).isOne();
    }

    @Test
    void aNameThatIsTakenIsAConflictAndNothingIsRecorded() {
        var administrator = visitors.administrator();
        administrator.post().uri(PAGES).param("name", "pages-taken").exchange();
        assertThat(administrator.post().uri(PAGES).param("name", "pages-taken"))
                .hasStatus(409)
                .bodyText()
                .contains("There is an account pages-taken already.");
        assertThat(recorded("account.create", "account pages-taken")).isOne();
    }

    @Test
    void aNameThatCannotBeOneIsRefusedAtItsField() {
        assertThat(visitors.administrator().post().uri(PAGES).param("name", "<b>x</b>"))
                .hasStatus(422)
                .bodyText()
                .contains("That cannot be a name.")
                .doesNotContain("<b>x</b>");
    }

    @Test
    void aRoleIsGivenAndTaken() {
        visitors.account("pages-role", "elsewhere", Role.VIEWER);
        var administrator = visitors.administrator();
        String page = PAGES + "/pages-role";
        assertThat(administrator
                        .post()
                        .uri(page + "/grants")
                        .param("environment", "europe")
                        .param("role", "OPERATOR"))
                .hasStatus3xxRedirection();
        assertThat(accounts.named("pages-role").holds(Role.OPERATOR, "europe")).isTrue();
        assertThat(administrator.post().uri(page + "/revocations").param("environment", "europe"))
                .hasStatus3xxRedirection();
        assertThat(accounts.named("pages-role").holds(Role.VIEWER, "europe")).isFalse();
        assertThat(recorded("account.grant", "account pages-role")).isOne();
        assertThat(recorded("account.revoke", "account pages-role")).isOne();
    }

    @Test
    void aRoleThatIsNoneIsNotUnderstood() {
        visitors.account("pages-odd", "elsewhere", Role.VIEWER);
        assertThat(visitors.administrator()
                        .post()
                        .uri(PAGES + "/pages-odd/grants")
                        .param("environment", "europe")
                        .param("role", "EMPEROR"))
                .hasStatus(400)
                .bodyText()
                .contains("The value of role cannot be read.");
    }

    @Test
    void anAccountThatIsNotThereIsNotFound() {
        assertThat(visitors.administrator().get().uri(PAGES + "/pages-nobody")).hasStatus(404);
        assertThat(visitors.administrator().post().uri(PAGES + "/pages-nobody/disable"))
                .hasStatus(404);
    }

    @Test
    void theLastAdministratorStays() {
        var administrator = visitors.administrator();
        accounts.all().stream()
                .filter(account -> account.administers() && !account.name().equals("administrator"))
                .forEach(account -> administrator
                        .post()
                        .uri(PAGES + "/" + account.name() + "/revocations")
                        .param("environment", Account.EVERYWHERE)
                        .exchange());
        assertThat(administrator.post().uri(PAGES + "/administrator/disable"))
                .hasStatus(409)
                .bodyText()
                .contains("Nobody would administer Binnacle any more.");
        assertThat(administrator.get().uri(PAGES)).hasStatusOk();
    }

    private long recorded(String action, String target) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and target = ?")
                .params(action, target)
                .query(Long.class)
                .single();
    }
}

package dev.binnacle.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Without an entry in the trail nothing happens. */
@PageTest
class UnwritableAuditTests {

    private final Visitors visitors;
    private final JdbcClient jdbc;

    UnwritableAuditTests(Visitors visitors, JdbcClient jdbc) {
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void refuse() {
        jdbc.sql("create trigger refused_by_a_test before insert on audit_entries"
                        + " for each row execute function refuse_change()")
                .update();
    }

    @AfterEach
    void accept() {
        jdbc.sql("drop trigger refused_by_a_test on audit_entries").update();
    }

    @Test
    void noAccountIsMade() {
        assertNothingDone(
                post("/administration/accounts").param("name", "unwritable"),
                "select count(*) from accounts where name = 'unwritable'");
    }

    @Test
    void noEnvironmentIsMade() {
        assertNothingDone(
                post("/environments")
                        .param("name", "unwritable")
                        .param("clusterCredential", "token")
                        .param("clusterUrl", "https://127.0.0.1:1")
                        .param("clusterToken", "of-nobody"),
                "select count(*) from environments where name = 'unwritable'");
    }

    @Test
    void noAccountIsDisabled() {
        jdbc.sql("insert into accounts (name, password_hash, must_change_password, created_at)"
                        + " select 'unwritable-able', password_hash, false, now() from accounts where name = 'admin'"
                        + " on conflict do nothing")
                .update();
        assertNothingDone(
                post("/administration/accounts/unwritable-able/disable"),
                "select count(*) from accounts where name = 'unwritable-able' and disabled");
    }

    private MockMvcRequestBuilder post(String uri) {
        return visitors.administrator().post().uri(uri);
    }

    private void assertNothingDone(MockMvcRequestBuilder change, String done) {
        assertThat(change.exchange())
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText()
                .contains("The audit trail cannot be written. Without it nothing is changed.")
                .doesNotContain("Exception", "append-only");
        assertThat(jdbc.sql(done).query(Long.class).single()).isZero();
    }
}

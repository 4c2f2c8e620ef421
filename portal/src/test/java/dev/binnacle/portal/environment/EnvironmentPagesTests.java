package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.problem.Conflict;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class EnvironmentPagesTests {

    private static final String SECRET = "canary-" + UUID.randomUUID();
    private static final String NOWHERE = "https://127.0.0.1:1";

    private final Visitors visitors;
    private final Environments environments;
    private final Connections connections;
    private final EnvironmentEditing editing;
    private final JdbcClient jdbc;

    EnvironmentPagesTests(
            Visitors visitors,
            Environments environments,
            Connections connections,
            EnvironmentEditing editing,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.environments = environments;
        this.connections = connections;
        this.editing = editing;
        this.jdbc = jdbc;
    }

    @Test
    void whatIsSavedIsShownAndItsSecretsAreNot() {
        assertThat(save("env-saved")).hasStatus(HttpStatus.NO_CONTENT).hasHeader("HX-Redirect", "/environments");
        assertThat(visitors.administrator().get().uri("/environments"))
                .hasStatusOk()
                .bodyText()
                .contains("env-saved", "127.0.0.1:1");
        assertThat(visitors.administrator().get().uri("/environments/env-saved/edit"))
                .hasStatusOk()
                .bodyText()
                .contains("Keep what is stored")
                .doesNotContain(SECRET);
        assertThat(connections.cluster(environments.named("env-saved").id()).credential())
                .isInstanceOfSatisfying(
                        Credential.Kubeconfig.class,
                        kubeconfig -> assertThat(kubeconfig.yaml()).contains(SECRET));
    }

    @Test
    void aSecretIsNowhereInTheDatabaseInPlainText() {
        save("env-encrypted");
        assertThat(jdbc.sql("select encode(ciphertext, 'escape') from environment_credentials")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(text -> text.contains(SECRET));
        assertThat(jdbc.sql("select details::text from audit_entries")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains(SECRET));
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        save("env-taken");
        assertThat(save("env-taken")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void theSecondOfTwoEditsIsRefused() {
        save("env-edited");
        Environment first = environments.named("env-edited");
        editing.edit(new Draft(first, Map.of()), "alice");
        assertThatThrownBy(() -> editing.edit(new Draft(first, Map.of()), "bob"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void everythingThatIsWrongIsNamedAndNothingSaved() {
        assertThat(administrator("/environments")
                        .param("name", "Not A Name")
                        .param("clusterCredential", "kubeconfig")
                        .param("kubeconfig", "users: [{name: u, user: {exec: {command: " + SECRET + "}}}]")
                        .param("prometheus", "http://169.254.169.254/")
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("#name", "#kubeconfig", "#prometheus", "nothing was sent")
                .doesNotContain(SECRET);
    }

    @Test
    void aStoredCredentialDoesNotFollowToAnotherAddress() {
        save("env-moved");
        assertThat(administrator("/environments/env-moved/edit")
                        .param("clusterCredential", "keep")
                        .param("prometheus", "http://127.0.0.1:2")
                        .param("prometheusAccess.kind", "keep")
                        .param("version", "1")
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("enter its credential again");
    }

    @Test
    void testingSaysWhatDoesNotAnswerAndSavesNothing() {
        assertThat(form("/environments/test", "env-tested")
                        .param("prometheus", "http://127.0.0.1:1")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("0 of 2 answer", "Nothing listens at that address");
        assertThat(environments.all())
                .noneMatch(environment -> environment.name().equals("env-tested"));
    }

    @Test
    void deletingAsksForTheName() {
        save("env-deleted");
        visitors.in("env-deleted", Role.OPERATOR);
        assertThat(administrator("/environments/env-deleted/delete")
                        .param("typed", "env")
                        .exchange())
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(administrator("/environments/env-deleted/delete")
                        .param("typed", "env-deleted")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(environments.all())
                .noneMatch(environment -> environment.name().equals("env-deleted"));
        assertThat(jdbc.sql("select account from account_grants where environment = 'env-deleted'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void onlyWhatOneMaySeeIsListedAndOnlyAdministratorsEdit() {
        save("env-mine");
        save("env-foreign");
        MockMvcTester operator = visitors.in("env-mine", Role.OPERATOR);
        assertThat(operator.get().uri("/environments"))
                .bodyText()
                .contains("env-mine", "Only administrators edit")
                .doesNotContain("env-foreign");
        assertThat(operator.get().uri("/environments/env-mine/edit")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(operator.post().uri("/environments/env-mine/delete")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult save(String name) {
        return form("/environments", name)
                .param("prometheus", "http://127.0.0.1:1")
                .param("prometheusAccess.kind", "bearer")
                .param("prometheusAccess.token", SECRET)
                .exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder form(String uri, String name) {
        return administrator(uri)
                .param("name", name)
                .param("clusterCredential", "kubeconfig")
                .param("kubeconfig", TokenKubeconfig.text(URI.create(NOWHERE), SECRET, ""));
    }

    private MockMvcTester.MockMvcRequestBuilder administrator(String uri) {
        return visitors.administrator().post().uri(uri);
    }
}

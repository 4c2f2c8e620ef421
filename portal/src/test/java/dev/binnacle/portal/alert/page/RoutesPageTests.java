package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.metric.FaultServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is told, by the routes of the sandbox's real Alertmanager. */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class RoutesPageTests {

    private static final String ROUTES = TrialEnvironment.ALERTS + "/routes";

    private final TrialEnvironment trial;
    private final MockMvcTester viewer;

    RoutesPageTests(Visitors visitors, TrialEnvironment trial) {
        this.trial = trial;
        this.viewer = visitors.in("quay", Role.VIEWER);
        trial.readReal();
    }

    @Test
    void theTreeIsShownAndWhereAnAlertGoes() {
        assertThat(page("")).contains("Type the labels of an alert", "dead-mans-switch", "every alert");
        assertThat(page("?labels=severity=critical"))
                .contains("Told of this alert: on-call.")
                .containsOnlyOnce("data-testid=\"routes__node\" aria-current=\"true\"");
        assertThat(page("?labels=severity=warning,namespace=shop")).contains("Told of this alert: team.");
    }

    @Test
    void labelsThatCannotBeReadShowWhere() {
        assertThat(page("?labels=severity=")).contains("routes__fault", "A value is expected here");
        assertThat(page("?labels=severity!=critical")).contains("An alert has labels with values: write =.");
        assertThat(page("?labels=%3Cscript%3E=%22%3Cb%3E%22")).doesNotContain("<script>=");
    }

    @Test
    void anAlertmanagerThatDoesNotTellIsNamedAndThePageStays() {
        try (FaultServer faulty = new FaultServer()) {
            faulty.onJson("/api/v2/alerts/groups", "[]");
            faulty.onJson("/api/v2/silences", "[]");
            faulty.onJson("/api/v2/status", "{\"config\":{\"original\":\"receivers: []\"}}");
            trial.read(faulty.url());
            assertThat(page(""))
                    .contains("No Alertmanager tells how it routes alerts.", "The configuration has no route.");
        }
        try (FaultServer gone = new FaultServer()) {
            gone.onAnything(500, "text/plain", "");
            trial.read(gone.url());
            assertThat(page("")).contains("Its routes are not known.");
        }
        trial.read();
        assertThat(page("")).contains("This environment has no Alertmanager.");
    }

    private String page(String query) {
        MvcTestResult result =
                viewer.get().uri(java.net.URI.create(ROUTES + query)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

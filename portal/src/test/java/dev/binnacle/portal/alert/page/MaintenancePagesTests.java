package dev.binnacle.portal.alert.page;

import static dev.binnacle.portal.alert.page.TrialMaintenance.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.maintenance.MaintenanceRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class, TrialMaintenance.class, MaintenanceRun.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class MaintenancePagesTests {

    private final TrialEnvironment trial;
    private final TrialMaintenance windows;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;
    private final Instant soon = TrialMaintenance.soon();

    MaintenancePagesTests(Visitors visitors, TrialEnvironment trial, TrialMaintenance windows) {
        this.trial = trial;
        this.windows = windows;
        this.viewer = visitors.in("quay", Role.VIEWER);
        this.operator = visitors.in("quay", Role.OPERATOR);
        trial.readReal();
    }

    @AfterEach
    void deleteWindows() {
        windows.deleteAll();
    }

    @Test
    void aWindowIsMadeOnceAndChangedByOneAtATime() {
        Map<String, String> form = windows.form("two", soon, "twice");
        form.put("token", trial.run());
        assertThat(TrialMaintenance.post(operator, WINDOWS, form)).hasStatus(HttpStatus.FOUND);
        assertThat(TrialMaintenance.post(operator, WINDOWS, form)).hasStatus(HttpStatus.FOUND);
        long id = windows.id("twice");
        assertThat(trial.page(operator, WINDOWS + "/new?window=" + id))
                .bodyText()
                .contains("Change a maintenance window", "twice " + trial.run(), "is=&quot;two&quot;");
        form.putAll(Map.of("window", Long.toString(id), "version", "1", "comment", "changed " + trial.run()));
        assertThat(TrialMaintenance.post(operator, WINDOWS, form)).hasStatus(HttpStatus.FOUND);
        assertThat(TrialMaintenance.post(operator, WINDOWS, form))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("operator-of-quay has changed this maintenance window meanwhile");
        assertThat(windows.list()).contains("changed " + trial.run()).doesNotContain("twice");
        assertThat(windows.audited("maintenance.create", "twice")).isEqualTo(1);
        assertThat(windows.audited("maintenance.change", "changed")).isEqualTo(1);
    }

    @Test
    void theFormSaysWhenItWouldMuteAndWhatIsWrong() {
        assertThat(trial.page(
                        operator,
                        WINDOWS + "/new?cron=0 22 * * SAT&zone=Europe/Berlin&length=PT8H&matchers=run=" + trial.run()))
                .bodyText()
                .contains(", 22:00 to Sun ", ">3</b>", "In the last 7 days it would have muted");
        Map<String, String> form = windows.form("two", soon, "");
        form.putAll(Map.of("cron", "0 25 * * *", "zone", "Atlantis", "matchers", "a=~\".*\"", "comment", " "));
        assertThat(TrialMaintenance.post(operator, WINDOWS, form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("would mute every alert", "Say why", "maintenance__fault-cron");
        assertThat(windows.decide(987_654_321, "stop", soon)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(windows.decide(windows.plan("two", soon, "times"), "stop", soon.plusSeconds(1)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void viewersLookOn() {
        long id = windows.plan("two", soon, "viewed");
        assertThat(TrialMaintenance.post(viewer, WINDOWS, windows.form("two", soon, "mine")))
                .hasStatus(HttpStatus.FORBIDDEN);
        for (String act : List.of("stop", "restore", "delete")) {
            assertThat(TrialMaintenance.post(viewer, WINDOWS + "/" + id + "/" + act, Map.of("at", soon.toString())))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(trial.page(viewer, WINDOWS))
                .bodyText()
                .contains("viewed " + trial.run(), "This needs the role operator.")
                .doesNotContain("maintenance__delete");
    }
}

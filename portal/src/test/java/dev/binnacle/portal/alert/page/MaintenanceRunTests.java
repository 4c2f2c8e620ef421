package dev.binnacle.portal.alert.page;

import static dev.binnacle.portal.alert.page.TrialMaintenance.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.maintenance.MaintenanceRun;
import dev.binnacle.portal.metric.FaultServer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class, TrialMaintenance.class, MaintenanceRun.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class MaintenanceRunTests {

    private final TrialEnvironment trial;
    private final TrialMaintenance windows;
    private final MaintenanceRun run;
    private final JdbcClient jdbc;
    private final MockMvcTester operator;
    private final Instant begun = TrialMaintenance.begun();
    private final Instant soon = TrialMaintenance.soon();

    MaintenanceRunTests(
            Visitors visitors, TrialEnvironment trial, TrialMaintenance windows, MaintenanceRun run, JdbcClient jdbc) {
        this.trial = trial;
        this.windows = windows;
        this.run = run;
        this.jdbc = jdbc;
        this.operator = visitors.in("quay", Role.OPERATOR);
        trial.readReal();
    }

    @AfterEach
    void deleteWindows() {
        windows.deleteAll();
    }

    @Test
    void whatIsDueIsMutedOnceHoweverManyReplicasAreAtIt() throws Exception {
        windows.plan("two", begun, "once");
        Callable<Boolean> replica = () -> {
            run.now();
            return true;
        };
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> done : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                done.get();
            }
        }
        run.now();
        assertThat(windows.silences("once")).hasSize(1);
        assertThat(trial.alertmanager().silenced("run")).containsOnlyOnce(trial.run());
        assertThat(windows.audited("maintenance.begin", "once")).isEqualTo(1);
        assertThat(windows.list()).contains("1 maintenance window mutes now.", "mutes now", "End now");
    }

    @Test
    void aSilenceThatWasMadeAndNotRecordedIsNotMadeAgain() {
        windows.plan("two", begun, "crash");
        run.now();
        jdbc.sql("delete from maintenance_silences").update();
        run.now();
        assertThat(windows.silences("crash")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from maintenance_silences where ended_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatSomebodyExpiresInAlertmanagerStaysSo() {
        windows.plan("two", begun, "by hand");
        run.now();
        operator.post()
                .uri(TrialEnvironment.ALERTS + "/silences/expire")
                .param("silence", windows.silences("by hand").getFirst().id())
                .exchange();
        run.now();
        assertThat(windows.silences("by hand")).isEmpty();
    }

    @Test
    void whatIsAheadIsAnnouncedAndSkippedAndRestored() {
        long id = windows.plan("two", soon, "ahead");
        run.now();
        assertThat(windows.silences("ahead")).hasSize(1).allMatch(Silence::pending);
        assertThat(windows.list()).contains("announced to Alertmanager", "Skip");
        assertThat(windows.decide(id, "stop", soon)).hasStatus(HttpStatus.FOUND);
        assertThat(windows.silences("ahead")).isEmpty();
        run.now();
        assertThat(windows.silences("ahead")).isEmpty();
        assertThat(windows.list()).contains("skipped by operator-of-quay", "Do not skip");
        assertThat(windows.decide(id, "restore", soon)).hasStatus(HttpStatus.FOUND);
        run.now();
        assertThat(windows.silences("ahead")).hasSize(1);
        assertThat(windows.audited("maintenance.skip", "ahead")).isEqualTo(1);
        assertThat(windows.audited("maintenance.restore", "ahead")).isEqualTo(1);
    }

    @Test
    void whatMutesIsEndedByHandAndWithItsWindow() {
        long id = windows.plan("two", begun, "end");
        run.now();
        assertThat(windows.decide(id, "stop", begun)).hasStatus(HttpStatus.FOUND);
        run.now();
        assertThat(windows.silences("end")).isEmpty();
        assertThat(windows.list()).contains("ended by operator-of-quay").doesNotContain("End now");
        assertThat(windows.decide(id, "restore", begun)).hasStatus(HttpStatus.FOUND);
        run.now();
        assertThat(windows.silences("end"))
                .as("what has ended does not come back")
                .isEmpty();

        long other = windows.plan("one", begun, "deleted");
        run.now();
        assertThat(windows.silences("deleted")).hasSize(1);
        assertThat(windows.delete(other)).hasStatus(HttpStatus.FOUND);
        run.now();
        assertThat(windows.silences("deleted")).isEmpty();
        assertThat(windows.delete(other)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anAlertmanagerThatIsAwayIsToldWhenItIsBack() {
        try (FaultServer away = new FaultServer()) {
            away.onJson("/api/v2/status", "{}");
            away.onJson("/api/v2/alerts/groups", "[]");
            away.on("/api/v2/silences", exchange -> {
                boolean read = exchange.getRequestMethod().equals("GET");
                FaultServer.answer(exchange, read ? 200 : 500, "application/json", "[]");
            });
            trial.read(away.url());
            windows.plan("two", begun, "away");
            run.now();
            assertThat(windows.list()).contains("muted on 0 of 1 Alertmanagers yet");
        } finally {
            trial.readReal();
        }
        run.now();
        assertThat(windows.silences("away")).hasSize(1);
        assertThat(windows.list()).contains("mutes now");
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        long id = windows.plan("two", begun, "kept");
        run.now();
        jdbc.sql("alter table maintenance_windows rename to maintenance_windows_away")
                .update();
        try {
            assertThat(TrialMaintenance.post(operator, WINDOWS, windows.form("two", soon, "lost")))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(windows.decide(id, "stop", begun)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            jdbc.sql("alter table maintenance_windows_away rename to maintenance_windows")
                    .update();
        }
        assertThat(windows.silences("kept")).hasSize(1);
    }
}

package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.metric.Monitored;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class AcknowledgePagesTests {

    private static final String ROOT = TrialEnvironment.ALERTS + "/acknowledgements";

    private final TrialEnvironment trial;
    private final Monitored monitored;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;
    private final MockMvcTester colleague;

    AcknowledgePagesTests(
            Visitors visitors,
            TrialEnvironment trial,
            Monitored monitored,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.trial = trial;
        this.monitored = monitored;
        this.events = events;
        this.jdbc = jdbc;
        this.viewer = visitors.in("quay", Role.VIEWER);
        this.operator = visitors.in("quay", Role.OPERATOR);
        this.colleague = visitors.in("quay", Role.ADMINISTRATOR);
        trial.readReal();
    }

    @Test
    void everybodySeesWhoLooksAfterAnAlertThatStaysLoud() {
        String alert = trial.fingerprint("one");
        String before = counted();
        assertThat(trial.page(operator, ROOT + "/new?alert=" + alert))
                .hasStatusOk()
                .bodyText()
                .contains("It is one", "Everybody sees who looks after it.");

        assertThat(acknowledge(operator, "looking <b>now</b>", alert)).hasStatus(HttpStatus.FOUND);
        assertThat(acknowledge(operator, "looking <b>now</b>", alert)).hasStatus(HttpStatus.FOUND);

        assertThat(page(viewer))
                .contains("Acknowledged by operator-of-quay", "looking &lt;b&gt;now&lt;/b&gt;")
                .contains("<strong>Firing</strong>")
                .doesNotContain("Take over…");
        assertThat(page(operator)).contains("Take over…", "Not mine any more");
        assertThat(counted()).isNotEqualTo(before).endsWith(" acknowledged");
        assertThat(acknowledgedBy("operator-of-quay", alert)).contains("It is one");
        assertThat(acknowledgedBy("\"\"", alert)).contains("No alert matches the filter.");
        assertThat(audited("alert.acknowledge", "looking <b>now</b>"))
                .as("sent twice")
                .isEqualTo(1);
    }

    @Test
    void aGroupIsAcknowledgedAtOnceAndOneOfItIsTakenOver() {
        String[] group = {trial.fingerprint("one"), trial.fingerprint("two")};
        assertThat(trial.page(operator, ROOT + "/new?matchers=run=" + trial.run() + ",is=~\"one|two\""))
                .bodyText()
                .contains("2 alerts", group[0], group[1]);
        assertThat(trial.page(operator, ROOT + "/new?matchers=a=~\".*\""))
                .bodyText()
                .contains("None of these alerts fires");
        acknowledge(operator, "both", group);
        assertThat(trial.page(operator, ROOT + "/new?matchers=run=" + trial.run()))
                .bodyText()
                .as("what nobody looks after yet")
                .contains(trial.fingerprint(TrialEnvironment.ODD))
                .doesNotContain(group[0], group[1]);
        acknowledge(colleague, "mine", group[0]);

        assertThat(page(viewer)).contains("“both”", "“mine”");
        assertThat(open(group[0])).containsExactly("administrator-of-quay");
        assertThat(open(group[1])).containsExactly("operator-of-quay");
    }

    @Test
    void itEndsByHand() {
        String alert = trial.fingerprint("one");
        acknowledge(operator, "by hand", alert);
        String end = ROOT + "/" + open(alert, "id::text").getFirst() + "/end";

        assertThat(viewer.post().uri(end)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(colleague.post().uri(end)).hasStatus(HttpStatus.FOUND);
        assertThat(colleague.post().uri(end)).hasStatus(HttpStatus.FOUND);

        assertThat(open(alert)).isEmpty();
        assertThat(page(viewer)).contains("Was acknowledged by operator-of-quay before, until", "“by hand”");
        assertThat(operator.post().uri(ROOT + "/6d0f2fc0-59f1-4d8e-9d1c-0b4f1f0a2b11/end"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void itEndsWhenTheAlertResolvesAndTheNextOneSaysWhoItWas() {
        String alert = trial.fingerprint("one");
        acknowledge(operator, "resolving", alert);
        read(without(trial.board(), alert, Instant.EPOCH), Instant.now());
        assertThat(open(alert)).as("a reading that may be older").hasSize(1);
        read(without(trial.board(), alert, Instant.EPOCH), Instant.now().plusSeconds(60));
        assertThat(open(alert)).isEmpty();
        assertThat(page(viewer)).contains("Was acknowledged by operator-of-quay before, until", "“resolving”");
    }

    @Test
    void anotherAlertWithTheSameLabelsIsNobodys() {
        String alert = trial.fingerprint("one");
        acknowledge(operator, "of the one before", alert);
        jdbc.sql("update alert_acknowledgements set alert_starts_at = alert_starts_at - interval '1 hour'")
                .update();
        read(trial.board(), Instant.now().plusSeconds(60));
        assertThat(open(alert)).isEmpty();
    }

    @Test
    void anAlertmanagerThatIsSilentResolvesNothing() {
        String alert = trial.fingerprint("one");
        acknowledge(operator, "silent", alert);
        Board stale = without(trial.board(), alert, Instant.now());
        read(stale, Instant.now().plusSeconds(60));
        read(
                new Board(List.of(), List.of(), List.of(), List.of(), null, stale.deadMansSwitch()),
                Instant.now().plusSeconds(60));
        assertThat(open(alert)).containsExactly("operator-of-quay");
    }

    @Test
    void itEndsAtItsTime() {
        String alert = trial.fingerprint("one");
        assertThat(acknowledged(operator, "for an hour", "PT1H", alert)).hasStatus(HttpStatus.FOUND);
        assertThat(page(viewer)).containsPattern("Acknowledged by operator-of-quay at [^<]* UTC, until [^<]* UTC");
        assertThat(acknowledged(operator, "for an hour", "PT1H", alert)).hasStatus(HttpStatus.FOUND);
        assertThat(audited("alert.acknowledge", "for an hour")).as("sent twice").isEqualTo(1);
        assertThat(acknowledged(operator, "for an hour", "PT4H", alert)).hasStatus(HttpStatus.FOUND);
        assertThat(audited("alert.acknowledge", "for an hour"))
                .as("made longer")
                .isEqualTo(2);
        jdbc.sql("update alert_acknowledgements set until = now() - interval '1 minute' where note = 'for an hour'")
                .update();
        assertThat(page(viewer)).contains("Was acknowledged by operator-of-quay before, until");
        assertThat(acknowledge(colleague, "after it", alert)).hasStatus(HttpStatus.FOUND);
        assertThat(open(alert)).containsExactly("administrator-of-quay");
    }

    @Test
    void whatCannotBeAcknowledgedSaysWhy() {
        assertThat(acknowledge(operator, "x", "no-such-alert")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(acknowledge(operator, "x")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(acknowledge(viewer, "x", trial.fingerprint("one"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(acknowledged(operator, "x", "P99D", trial.fingerprint("one")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("It lasts at most 31 days.");
        assertThat(trial.page(operator, ROOT + "/new?alert=gone")).bodyText().contains("None of these alerts fires");
    }

    @Test
    void whatCannotBeRecordedIsNotDoneAndThePageStays() {
        jdbc.sql("alter table alert_acknowledgements rename to acknowledgements_away")
                .update();
        try {
            assertThat(acknowledge(operator, "x", trial.fingerprint("one"))).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(page(viewer)).contains("It is one", "Who looks after these alerts is not known");
        } finally {
            jdbc.sql("alter table acknowledgements_away rename to alert_acknowledgements")
                    .update();
        }
    }

    private void read(Board board, Instant begun) {
        events.publishEvent(new BoardRead(monitored.environment(), board, begun));
    }

    /** @param stale since when it lags; the epoch where it does not */
    private static Board without(Board board, String fingerprint, Instant stale) {
        return new Board(
                board.groups(),
                board.alerts().stream()
                        .filter(alert -> !alert.fingerprint().equals(fingerprint))
                        .toList(),
                board.silences(),
                board.members(),
                stale.equals(Instant.EPOCH) ? null : stale,
                board.deadMansSwitch());
    }

    private String page(MockMvcTester visitor) {
        return trial.page(visitor, TrialEnvironment.ALERTS, "run=" + trial.run());
    }

    /** Beside the count of the navigation. */
    private String counted() {
        return trial.page(viewer, TrialEnvironment.ALERTS + "/count", "").replaceAll("(?s)^.*of these|<[^>]*>", "");
    }

    private String acknowledgedBy(String who, String alert) {
        return trial.page(viewer, TrialEnvironment.ALERTS, "@acknowledged_by=" + who + " @fingerprint=" + alert);
    }

    private static MvcTestResult acknowledge(MockMvcTester visitor, String note, String... alerts) {
        return acknowledged(visitor, note, "", alerts);
    }

    private static MvcTestResult acknowledged(MockMvcTester visitor, String note, String length, String... alerts) {
        var request = visitor.post().uri(ROOT).param("note", note).param("length", length);
        Arrays.stream(alerts).forEach(alert -> request.param("alert", alert));
        return request.exchange();
    }

    private List<String> open(String fingerprint) {
        return open(fingerprint, "account");
    }

    private List<String> open(String fingerprint, String column) {
        return jdbc.sql("select " + column + " from alert_acknowledgements where fingerprint = ? and ended_at is null")
                .param(fingerprint)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long audited(String action, String note) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and reason = ?")
                .params(action, note)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}

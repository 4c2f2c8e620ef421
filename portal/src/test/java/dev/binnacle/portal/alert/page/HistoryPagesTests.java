package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.metric.Monitored;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The history, from readings of Alertmanagers to its pages. */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class HistoryPagesTests {

    private final Instant start = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);

    private final String run = UUID.randomUUID().toString();
    private final TrialEnvironment trial;
    private final Monitored monitored;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final MockMvcTester viewer;
    private Board known;

    HistoryPagesTests(
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
        trial.readReal();
        this.known = trial.board();
    }

    @BeforeEach
    void asIfNothingWasSeen() {
        jdbc.sql("delete from alert_sight").update();
        jdbc.sql("delete from alert_blindness").update();
    }

    @Test
    void whatARealAlertmanagerSaysIsKept() {
        assertThat(history("run=" + trial.run(), "")).contains("3 such alerts fired", "It is one");
    }

    @Test
    void anAlertIsKeptFromItsBeginningToItsEndWithWhoMutedIt() {
        Alert loud = alert("loud", 0);
        read(1, loud, alert("short", 0));
        read(1.5, alert("loud", 0, "silence-1"));
        read(2, alert("loud", 0, "silence-1"));
        read(2.5, loud);
        read(2.5, loud);
        String page = history();
        assertThat(page)
                .contains("2 such alerts fired in 7 days")
                .containsPattern("short(?s:.)*?<b>90 s</b>")
                .contains("<b>fires</b>", "Silenced from ")
                .containsPattern("Silenced from [^<]* UTC until ");
        assertThat(kept("loud")).isOne();
    }

    @Test
    void anEndThatNobodySawIsNotSaidToBeKnown() {
        read(1, alert("unseen", 0), alert("goes-on", 0));
        read(40, alert("goes-on", 0));
        assertThat(history()).contains("its end was not seen: between 60 s and 40 min");
        assertThat(review(""))
                .as("39 minutes, and since")
                .containsPattern("For [23] h[^.]* of 7 d not all alerts could be");
        assertThat(jdbc.sql("select to_at - from_at = interval '39 minutes' from alert_blindness")
                        .query((row, number) -> row.getBoolean(1))
                        .list())
                .containsExactly(true);
        assertThat(kept("goes-on")).isOne();
    }

    @Test
    void anAlertmanagerThatIsSilentEndsNothing() {
        read(1, alert("held", 0));
        publish(1.5, start.plusSeconds(70));
        assertThat(history()).contains("<b>fires</b>");
        publish(1.9, null);
        assertThat(history()).doesNotContain("<b>fires</b>").contains("<b>114 s</b>");
    }

    @Test
    void whatFiresOnAfterAllIsOneAlert() {
        read(1, alert("forgotten", 0));
        read(1.5);
        read(1.6, alert("forgotten", 0));
        assertThat(history()).as("a reading that may be older").contains("<b>90 s</b>");
        read(2, alert("forgotten", 0));
        assertThat(history()).contains("<b>fires</b>");
        read(1.8);
        assertThat(history()).as("an older reading, late").contains("<b>fires</b>");
        assertThat(kept("forgotten")).isOne();
    }

    @Test
    void aReviewCountsWhatFiredAndWhoActed() {
        String name = "=cmd|x" + run;
        for (int i = 0; i < 4; i++) {
            read(10 * i + 1, alert(name, 10 * i));
            read(10 * i + 1.9);
        }
        read(50, alert("acted on " + run, 50));
        jdbc.sql("""
                        insert into alert_acknowledgements
                          (id, environment, fingerprint, alert_starts_at, account, assignee, note, acknowledged_at)
                        values (gen_random_uuid(), ?, ?, ?, 'erin', 'erin', '', ?)""")
                .params(
                        monitored.environment().id().value(),
                        fingerprint("acted on " + run),
                        Timestamp.from(minute(50)),
                        Timestamp.from(minute(54)))
                .update();
        String page = review("run=" + run);
        assertThat(page)
                .contains("5 alerts fired in 7 days.", "1 of 5 were acknowledged, half of those within 4 min")
                .contains("1 name fired often, and nobody acted on it", "1, half within 4 min", "class=\"heat\"");
        assertThat(viewer.get().uri("/environments/quay/alerts/review.csv").param("filter", "run=" + run))
                .hasStatusOk()
                .bodyText()
                .contains("\"'=cmd|x" + run + "\",\"4\",\"0\",\"1\",\"0\",\"114\",\"0\",\"\",\"0\",\"3\"")
                .contains("\"acted on " + run + "\",\"1\",\"0\",\"1\",\"1\",\"\",\"1\",\"240\",\"0\",\"0\"");
        assertThat(history()).contains("Acknowledged by erin after 4 min");
    }

    @Test
    void anotherTimeHasOthers() {
        read(1, alert("today", 0));
        String day = start.minus(Duration.ofDays(2)).toString().substring(0, 10);
        assertThat(history("run=" + run, day)).contains("No such alert fired in 7 days.");
        assertThat(review("run=" + run + "&until=" + day)).contains("No alert fired in 7 days");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(review("severity=")).contains("data-testid=\"review__fault\"");
        assertThat(history("", "yesterday")).contains("This is no day, or no time zone");
        assertThat(history("a=\"<script>\"", "")).doesNotContain("<script>\"");
    }

    private void read(double minutes, Alert... alerts) {
        known = board(null, alerts);
        events.publishEvent(new BoardRead(monitored.environment(), known, minute(minutes)));
    }

    /** Without any alert. */
    private void publish(double minutes, @Nullable Instant stale) {
        events.publishEvent(new BoardRead(monitored.environment(), board(stale), minute(minutes)));
    }

    private Board board(@Nullable Instant stale, Alert... alerts) {
        return new Board(
                List.of(), Arrays.asList(alerts), List.of(), trial.board().members(), stale, known.deadMansSwitch());
    }

    private Instant minute(double minutes) {
        return start.plusMillis((long) (minutes * 60_000));
    }

    private Alert alert(String name, double minute, String... silences) {
        return new Alert(
                fingerprint(name),
                Map.of("alertname", name, "run", run, "odd", "a\0b"),
                Map.of("summary", "It is " + name),
                minute(minute),
                "",
                silences.length == 0 ? AlertState.FIRING : AlertState.SILENCED,
                List.of(silences),
                List.of());
    }

    private String fingerprint(String name) {
        return "%016x".formatted((long) (name + run).hashCode());
    }

    private long kept(String name) {
        return jdbc.sql("""
                        select count(*) from alert_history h join alert_label_sets s on s.id = h.label_set
                        where s.fingerprint = ?""")
                .param(fingerprint(name))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private String history() {
        return history("run=" + run, "");
    }

    private String history(String filter, String until) {
        return page(viewer.get()
                .uri("/environments/quay/alerts/history")
                .param("filter", filter)
                .param("until", until)
                .exchange());
    }

    private String review(String filter) {
        String[] parts = filter.split("&until=", 2);
        return page(viewer.get()
                .uri("/environments/quay/alerts/review")
                .param("filter", parts[0])
                .param("until", parts.length == 1 ? "" : parts[1])
                .exchange());
    }

    private static String page(MvcTestResult page) {
        assertThat(page).hasStatus(HttpStatus.OK);
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

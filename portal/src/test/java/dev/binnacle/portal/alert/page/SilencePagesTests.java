package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.metric.FaultServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class SilencePagesTests {

    private static final String ALERTS = TrialEnvironment.ALERTS;

    private final Visitors visitors;
    private final TrialEnvironment trial;
    private final JdbcClient jdbc;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;

    SilencePagesTests(Visitors visitors, TrialEnvironment trial, JdbcClient jdbc) {
        this.visitors = visitors;
        this.trial = trial;
        this.jdbc = jdbc;
        this.viewer = visitors.in("quay", Role.VIEWER);
        this.operator = visitors.in("quay", Role.OPERATOR);
        trial.readReal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity=\"critical\"",
                "severity!=\"critical\"",
                "is=~\"one|t.*\"",
                "is!~\"t.+\"",
                "missing=\"\""
            })
    void aMatcherMeansWhatItMeansToAlertmanager(String matcher) {
        List<String> expected =
                trial.alertmanager().matching("alertname", List.of("run=\"" + trial.run() + "\"", matcher));
        MvcTestResult page = operator.get()
                .uri(ALERTS + "/silences/new")
                .param("matchers", "run=\"" + trial.run() + "\", " + matcher)
                .exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<b data-testid=\"silence__muted\">" + expected.size() + "</b>");
    }

    @Test
    void thePreviewSaysWhatItWouldHaveMutedAndWhetherItIsWiderThanWhatWasClicked() {
        String run = "run=\"" + trial.run() + "\"";
        assertThat(preview(run + ", is=\"one\"", null))
                .contains("In the last 7 days it would have muted 1 alert of 1 name.")
                .doesNotContain("wider");
        assertThat(preview(run + ", is=~\"one|two\"", run + ", is=\"one\""))
                .contains("In the last 7 days it would have muted 2 alerts of 2 names.")
                .contains("It is wider than what you came from: 1 alert more matches.");
        assertThat(preview(run + ", is=\"one\"", run)).as("narrower").doesNotContain("wider");
        assertThat(preview(run + ", is=\"none\"", "")).contains("it would have muted nothing.");
    }

    private String preview(String matchers, @Nullable String clicked) {
        var request = operator.get().uri(ALERTS + "/silences/new").param("matchers", matchers);
        MvcTestResult page = (clicked == null ? request : request.param("clicked", clicked)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aSilenceMutesExactlyItsAlertsOnceAndExpires() {
        UUID token = UUID.randomUUID();
        Map<String, String> form = Map.of(
                "matchers",
                "run=\"" + trial.run() + "\", is=\"two\"",
                "length",
                "PT1H",
                "comment",
                "known " + trial.run(),
                "token",
                token.toString());
        assertThat(trial.post(operator, form)).hasStatus(HttpStatus.FOUND);
        assertThat(trial.post(operator, form)).hasStatus(HttpStatus.FOUND);
        assertThat(trial.alertmanager().silenced("run")).containsOnlyOnce(trial.run());
        assertThat(audited("alert.silence", "known " + trial.run())).isEqualTo(1);
        String id = silences("known " + trial.run()).getFirst();
        assertThat(trial.page(viewer, ALERTS + "?state=silenced&filter=run=" + trial.run()))
                .bodyText()
                .contains("It is two", "Muted by operator-of-quay");
        assertThat(trial.page(operator, ALERTS + "/silences?chosen=" + id))
                .bodyText()
                .contains("1 alert becomes loud again");
        assertThat(expire(operator, id)).hasStatus(HttpStatus.FOUND);
        assertThat(trial.alertmanager().silenced("run")).doesNotContain(trial.run());
        assertThat(expire(operator, id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSilenceIsChanged() {
        String matchers = "run=\"" + trial.run() + "\", is=\"two\"";
        trial.post(operator, Map.of("matchers", matchers, "length", "PT1H", "comment", "first " + trial.run()));
        String id = silences("first " + trial.run()).getFirst();
        assertThat(trial.page(operator, ALERTS + "/silences/new?replaces=" + id))
                .bodyText()
                .contains("Change a silence", "first " + trial.run(), "is=&quot;two&quot;");

        Map<String, String> longer =
                Map.of("matchers", matchers, "length", "PT4H", "comment", "longer " + trial.run(), "replaces", id);
        assertThat(trial.post(operator, longer)).hasStatus(HttpStatus.FOUND);
        assertThat(silences("longer " + trial.run())).containsExactly(id);
        assertThat(silences("first " + trial.run())).isEmpty();

        Map<String, String> other =
                Map.of("matchers", matchers.replace("two", "one"), "comment", "other " + trial.run(), "replaces", id);
        assertThat(trial.post(operator, other)).hasStatus(HttpStatus.FOUND);
        assertThat(silences("longer " + trial.run())).isEmpty();
        assertThat(silences("other " + trial.run())).hasSize(1).doesNotContain(id);
        assertThat(trial.post(operator, longer)).as("it has ended").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(trial.page(operator, ALERTS + "/silences/new?replaces=" + id))
                .hasStatus(HttpStatus.NOT_FOUND);
        expire(operator, silences("other " + trial.run()).getFirst());
    }

    @Test
    void manyAreFoundAndExpiredAtOnce() {
        for (int i = 0; i < 4; i++) {
            trial.post(
                    operator,
                    Map.of(
                            "matchers",
                            "run=\"" + trial.run() + "\", is=\"x" + i + "\"",
                            "comment",
                            "many " + trial.run()));
        }
        List<String> ids = silences("many " + trial.run());
        assertThat(ids).hasSize(4);
        assertThat(trial.page(viewer, ALERTS + "/silences?find=MANY " + trial.run()))
                .bodyText()
                .contains("4 silences.", ids.getFirst(), ids.getLast(), "This needs the role operator.");
        assertThat(trial.page(viewer, ALERTS + "/silences?find=none-has-this"))
                .bodyText()
                .contains("No such silence mutes anything now.");
        assertThat(expire(operator)).hasStatus(HttpStatus.FOUND);
        assertThat(expire(operator, ids.get(0), ids.get(1), ids.get(2), "gone")).hasStatus(HttpStatus.FOUND);
        assertThat(silences("many " + trial.run())).containsExactly(ids.get(3));
        assertThat(jdbc.sql("select count(*) from audit_entries where action = 'alert.expire' and details::text like ?")
                        .param("%many " + trial.run() + "%")
                        .query((row, at) -> row.getLong(1))
                        .single())
                .isEqualTo(3);
        expire(operator, ids.get(3));
    }

    private static MvcTestResult expire(MockMvcTester visitor, String... ids) {
        var request = visitor.post().uri(ALERTS + "/silences/expire");
        List.of(ids).forEach(id -> request.param("silence", id));
        return request.exchange();
    }

    private List<String> silences(String comment) {
        return trial.board().silences().stream()
                .filter(silence -> silence.comment().equals(comment))
                .map(Silence::id)
                .toList();
    }

    @Test
    void viewersMaySilenceNothing() {
        assertThat(trial.post(viewer, Map.of("matchers", "a=b", "comment", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(expire(viewer, "x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(trial.page(viewer, ALERTS))
                .bodyText()
                .contains("Silencing and acknowledging need the role operator.");
    }

    @Test
    void aSilenceWithoutTokenIsRefused() {
        visitors.account("alerts-forger", "quay", Role.OPERATOR);
        assertThat(trial.post(visitors.withoutToken("alerts-forger"), Map.of("matchers", "a=b", "comment", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFormThatLacksSomethingSaysWhat() {
        assertThat(trial.post(operator, Map.of("matchers", "a=~\".*\"", "comment", "", "until", "2020-01-01T00:00")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("would mute every alert", "Say why", "must lie ahead");
    }

    @Test
    void anAuditTrailThatCannotBeWrittenStopsTheSilence() {
        jdbc.sql("alter table silence_requests rename to silence_requests_away").update();
        try {
            assertThat(trial.post(operator, Map.of("matchers", "run=\"" + trial.run() + "\"", "comment", "x")))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            jdbc.sql("alter table silence_requests_away rename to silence_requests")
                    .update();
        }
        assertThat(trial.alertmanager().silenced("run")).doesNotContain(trial.run());
    }

    @Test
    void anAlertmanagerThatRefusesIsSaidAndAudited() {
        try (FaultServer faulty = new FaultServer()) {
            faulty.onJson("/api/v2/status", "{}");
            faulty.onJson("/api/v2/alerts/groups", "[]");
            faulty.on("/api/v2/silences", exchange -> {
                boolean read = exchange.getRequestMethod().equals("GET");
                FaultServer.answer(exchange, read ? 200 : 500, "application/json", "[]");
            });
            trial.read(faulty.url());
            assertThat(trial.post(operator, Map.of("matchers", "a=b", "comment", "no " + trial.run())))
                    .hasStatus(HttpStatus.BAD_GATEWAY)
                    .bodyText()
                    .contains("Nothing is silenced", "status 500");
            assertThat(audited("alert.silence.failed", "no " + trial.run())).isEqualTo(1);
        } finally {
            trial.readReal();
        }
    }

    private long audited(String action, String comment) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and reason = ?")
                .params(action, comment)
                .query(Long.class)
                .single();
    }
}

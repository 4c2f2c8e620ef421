package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.metric.FaultServer;
import dev.binnacle.portal.metric.Monitored;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
@Import(MonitoredTest.class)
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsPageTests {

    private static final String ALERTS = "/environments/quay/alerts";
    private static final String ODD = "<script>alert(1)</script>";

    private final Monitored monitored;
    private final Boards boards;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;
    private final TrialAlertmanager alertmanager = new TrialAlertmanager();
    private final String run = UUID.randomUUID().toString();

    AlertsPageTests(
            Visitors visitors, Monitored monitored, Boards boards, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.monitored = monitored;
        this.boards = boards;
        this.jdbc = jdbc;
        this.events = events;
        this.viewer = visitors.in("quay", Role.VIEWER);
        this.operator = visitors.in("quay", Role.OPERATOR);
        alertmanager.fire(List.of(
                labels("a", "critical", "shop", "one"),
                labels("b", "warning", "cart", "two"),
                labels("c", "warning", "search", ODD)));
        real();
    }

    private Map<String, String> labels(String name, String severity, String namespace, String is) {
        return Map.of("alertname", name, "severity", severity, "namespace", namespace, "is", is, "run", run);
    }

    private void real() {
        monitored.alertmanagers(alertmanager.url());
        reread();
    }

    private void reread() {
        events.publishEvent(new EnvironmentChanged(monitored.environment().id(), "quay"));
        boards.refresh(monitored.environment());
    }

    @Test
    void alertsAreGroupedAndNothingOfThemIsMarkup() {
        assertThat(page(viewer, ALERTS + "?filter=run=" + run))
                .hasStatusOk()
                .bodyText()
                .contains("3 firing", "It is one", "&lt;script&gt;")
                .doesNotContain(ODD);
    }

    @Test
    void matchersAndStatesNarrow() {
        assertThat(page(viewer, ALERTS + "?filter=run=" + run + ",namespace=search"))
                .bodyText()
                .contains("1 firing")
                .doesNotContain("It is one");
        assertThat(page(viewer, ALERTS + "?state=silenced&filter=run=" + run))
                .bodyText()
                .contains("No alert matches the filter.");
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
        List<String> expected = alertmanager.matching("alertname", List.of("run=\"" + run + "\"", matcher));
        MvcTestResult page = operator.get()
                .uri(ALERTS + "/silences/new")
                .param("matchers", "run=\"" + run + "\", " + matcher)
                .exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<b data-testid=\"silence__muted\">" + expected.size() + "</b>");
    }

    @Test
    void theNavigationCountsWhatFires() {
        assertThat(page(viewer, ALERTS + "/count"))
                .hasStatusOk()
                .bodyText()
                .contains("frame__count-alerts", "data-status=\"critical\"")
                .doesNotContain("<html");
        assertThat(page(viewer, ALERTS)).bodyText().contains("frame__count-alerts");
    }

    @Test
    void aFaultyFilterShowsWhere() {
        assertThat(page(viewer, ALERTS + "?filter=severity="))
                .hasStatusOk()
                .bodyText()
                .contains("alerts__fault", "A value is expected here");
    }

    @Test
    void aSilenceMutesExactlyItsAlertsOnceAndExpires() {
        UUID token = UUID.randomUUID();
        Map<String, String> form = Map.of(
                "matchers",
                "run=\"" + run + "\", is=\"two\"",
                "length",
                "PT1H",
                "comment",
                "known " + run,
                "token",
                token.toString());
        assertThat(post(operator, form)).hasStatus(HttpStatus.FOUND);
        assertThat(post(operator, form)).hasStatus(HttpStatus.FOUND);
        assertThat(alertmanager.silenced("run")).containsOnlyOnce(run);
        assertThat(audited("alert.silence")).isEqualTo(1);
        String id = boards.board(monitored.environment()).silences().stream()
                .filter(silence -> silence.comment().equals("known " + run))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(page(viewer, ALERTS + "?state=silenced&filter=run=" + run))
                .bodyText()
                .contains("It is two", "Muted by operator-of-quay");
        assertThat(page(operator, ALERTS + "/silences/" + id + "/expire"))
                .bodyText()
                .contains("1 alert becomes loud again");
        assertThat(operator.post().uri(ALERTS + "/silences/" + id + "/expire")).hasStatus(HttpStatus.FOUND);
        assertThat(alertmanager.silenced("run")).doesNotContain(run);
        assertThat(operator.post().uri(ALERTS + "/silences/" + id + "/expire")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void viewersMaySilenceNothing() {
        assertThat(post(viewer, Map.of("matchers", "a=b", "comment", "x"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(viewer.post().uri(ALERTS + "/silences/x/expire")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(page(viewer, ALERTS)).bodyText().contains("Silencing needs the role operator.");
    }

    @Test
    void aSilenceWithoutTokenIsRefused(@Autowired Visitors visitors) {
        visitors.account("alerts-forger", "quay", Role.OPERATOR);
        assertThat(post(visitors.withoutToken("alerts-forger"), Map.of("matchers", "a=b", "comment", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFormThatLacksSomethingSaysWhat() {
        assertThat(post(operator, Map.of("matchers", "a=~\".*\"", "comment", "", "until", "2020-01-01T00:00")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("would mute every alert", "Say why", "must lie ahead");
    }

    @Test
    void anAuditTrailThatCannotBeWrittenStopsTheSilence() {
        jdbc.sql("alter table silence_requests rename to silence_requests_away").update();
        try {
            assertThat(post(operator, Map.of("matchers", "run=\"" + run + "\"", "comment", "x")))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            jdbc.sql("alter table silence_requests_away rename to silence_requests")
                    .update();
        }
        assertThat(alertmanager.silenced("run")).doesNotContain(run);
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
            monitored.alertmanagers(faulty.url());
            reread();
            assertThat(post(operator, Map.of("matchers", "a=\"" + run + "\"", "comment", "x")))
                    .hasStatus(HttpStatus.BAD_GATEWAY)
                    .bodyText()
                    .contains("Nothing is silenced", "status 500");
            assertThat(audited("alert.silence.failed")).isEqualTo(1);
        } finally {
            real();
        }
    }

    @Test
    void anAlertmanagerThatDoesNotAnswerIsNamedAndThePageStays() {
        try (FaultServer faulty = new FaultServer()) {
            faulty.onAnything(200, "text/html", "<html></html>");
            monitored.alertmanagers(faulty.url());
            reread();
            assertThat(page(viewer, ALERTS))
                    .hasStatusOk()
                    .bodyText()
                    .contains("are not known", "a web page where its API was expected", "It has not answered since");
            assertThat(page(viewer, ALERTS + "/of/shop/deployment/echo"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("are not known");
        } finally {
            real();
        }
    }

    @Test
    void anEnvironmentWithoutAlertmanagerSaysSo() {
        monitored.alertmanagers();
        reread();
        try {
            assertThat(page(viewer, ALERTS)).hasStatusOk().bodyText().contains("names no Alertmanager");
        } finally {
            real();
        }
    }

    @Test
    void thousandsOfAlertsMakeASmallPage() {
        try (FaultServer many = new FaultServer()) {
            many.onJson("/api/v2/status", "{}");
            many.onJson("/api/v2/silences", "[]");
            String alerts = String.join(
                    ",",
                    IntStream.range(0, 6000).mapToObj(AlertsPageTests::alert).toList());
            many.onJson(
                    "/api/v2/alerts/groups",
                    "[{\"labels\": {}, \"receiver\": {\"name\": \"team\"}, \"alerts\": [" + alerts + "]}]");
            monitored.alertmanagers(many.url());
            reread();
            MvcTestResult page = page(viewer, ALERTS);
            assertThat(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("6,000 alerts fire", "alerts__summary")
                    .hasSizeLessThan(300_000);
        } finally {
            real();
        }
    }

    private static String alert(int number) {
        return """
                {"fingerprint": "%d", "startsAt": "2026-11-17T03:00:00.000Z", "updatedAt": "2026-11-17T03:10:00.000Z",
                 "labels": {"alertname": "Down", "severity": "critical", "pod": "pod-%d", "zone": "z%d"},
                 "annotations": {"summary": "pod %d is down, and this is why, at some length"},
                 "status": {"silencedBy": []}}""".formatted(number, number, number % 3, number);
    }

    private long audited(String action) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and target like ?")
                .params(action, "%" + run + "%")
                .query(Long.class)
                .single();
    }

    private static MvcTestResult page(MockMvcTester visitor, String address) {
        return visitor.get().uri(address).exchange();
    }

    private static MvcTestResult post(MockMvcTester visitor, Map<String, String> form) {
        var request = visitor.post().uri(ALERTS + "/silences");
        form.forEach(request::param);
        return request.exchange();
    }
}

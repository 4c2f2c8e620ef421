package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.metric.FaultServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class AlertsPageTests {

    private static final String ALERTS = TrialEnvironment.ALERTS;

    private final TrialEnvironment trial;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;

    AlertsPageTests(Visitors visitors, TrialEnvironment trial) {
        this.trial = trial;
        this.viewer = visitors.in("quay", Role.VIEWER);
        this.operator = visitors.in("quay", Role.OPERATOR);
        trial.readReal();
    }

    @Test
    void alertsAreGroupedAndNothingOfThemIsMarkup() {
        assertThat(trial.page(viewer, ALERTS + "?filter=run=" + trial.run()))
                .hasStatusOk()
                .bodyText()
                .contains("3 firing", "It is one", "&lt;script&gt;")
                .doesNotContain(TrialEnvironment.ODD);
    }

    @Test
    void matchersAndStatesNarrow() {
        assertThat(trial.page(viewer, ALERTS + "?filter=run=" + trial.run() + ",namespace=search"))
                .bodyText()
                .contains("1 firing")
                .doesNotContain("It is one");
        assertThat(trial.page(viewer, ALERTS + "?state=silenced&filter=run=" + trial.run()))
                .bodyText()
                .contains("No alert matches the filter.");
    }

    @Test
    void alertsAreGroupedByAnyLabelsAndSortedAndCollapsed() {
        String filter = "?filter=run=" + trial.run();
        String byRun = trial.page(viewer, ALERTS + "?by=run&sort=name", "run=" + trial.run());
        assertThat(byRun.split("data-testid=\"alerts__group\"", -1))
                .as("one group")
                .hasSize(2);
        assertThat(byRun.indexOf("It is one")).isLessThan(byRun.indexOf("It is two"));
        assertThat(trial.page(viewer, ALERTS + filter + "&by=severity,nothing"))
                .bodyText()
                .contains("critical, no nothing", "warning, no nothing", "by=severity,nothing");
        String oldest = trial.page(viewer, ALERTS + "?by=run&sort=oldest&rows=none", "run=" + trial.run());
        assertThat(oldest)
                .contains("Show 3 more of this group", "Show the alerts")
                .doesNotContain("It is one");
        String odd = trial.page(operator, ALERTS + "?by=severity&sort=odd", "run=" + trial.run() + " namespace!=shop");
        assertThat(odd)
                .as("a group that is only made here is silenced as it is filtered")
                .contains("silences/new?matchers=severity%3D%22warning%22%2C%20run%3D%22" + trial.run()
                        + "%22%2C%20namespace%21%3D%22shop%22");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@state=firing | 3",
                "@state!=firing | 0",
                "@environment=quay @age<1h | 3",
                "@age>1h | 0",
                "@age<1w2d | 3",
                "@receiver=~.+ | 3",
                "@receiver=nobody-at-all | 0",
                "@silenced_by=\"\" @inhibited_by=\"\" | 3",
                "@fingerprint=~\"[0-9a-f]{16}\" | 3",
                "@limit=2 | 2",
                "severity=critical @limit=2 | 1"
            })
    void whatIsKnownBesidesLabelsNarrowsToo(String filter, int alerts) {
        String page = trial.page(viewer, ALERTS, "run=" + trial.run() + " " + filter);
        assertThat(page.split("data-testid=\"alerts__alert\"", -1)).hasSize(alerts + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@nothing=1 | There is no such name.",
                "@age>soon | Write @age&gt;1h30m",
                "@age=~1h | Write @age&gt;1h30m",
                "@limit=0 | Write @limit=50.",
                "a=\"b @age>1h\" @limit!=5 | Write @limit=50."
            })
    void whatIsNotKnownIsSaid(String filter, String says) {
        assertThat(trial.page(viewer, ALERTS, filter)).contains("data-testid=\"alerts__fault\"", says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "sev                        | severity=",
                "namespace=\"shop\" seve  | namespace=\"shop\" severity=",
                "is=                        | is=\"two\"",
                "is!=\"o                   | is!=\"one\"",
                "a=\"x y, is=\", is=~t    | a=\"x y, is=\", is=~\"two\"",
                "@st                        | @state=",
                "@state=                    | @state=\"firing\"",
                "@receiver=                 | @receiver="
            })
    void whatCouldBeTypedNextIsSuggested(String typed, String whole) {
        assertThat(trial.page(viewer, ALERTS + "/suggestions", typed))
                .contains("<option value=\"" + HtmlUtils.htmlEscape(whole));
    }

    @Test
    void whatIsOddSuggestsNothing() {
        for (String odd : List.of("sev>", "is=\"one\" =", "no-such-label=", "\\")) {
            assertThat(trial.page(viewer, ALERTS + "/suggestions", odd)).doesNotContain("<option");
        }
        assertThat(trial.page(viewer, ALERTS + "/suggestions", "is=\"<"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void theNavigationCountsWhatFires() {
        assertThat(trial.page(viewer, ALERTS + "/count"))
                .hasStatusOk()
                .bodyText()
                .contains("frame__count-alerts", "data-status=\"critical\"")
                .doesNotContain("<html");
        assertThat(trial.page(viewer, ALERTS)).bodyText().contains("frame__count-alerts");
    }

    @Test
    void aFaultyFilterShowsWhere() {
        assertThat(trial.page(viewer, ALERTS + "?filter=severity="))
                .hasStatusOk()
                .bodyText()
                .contains("alerts__fault", "A value is expected here");
    }

    @Test
    void anAlertmanagerThatDoesNotAnswerIsNamedAndThePageStays() {
        try (FaultServer faulty = new FaultServer()) {
            faulty.onAnything(200, "text/html", "<html></html>");
            trial.read(faulty.url());
            assertThat(trial.page(viewer, ALERTS))
                    .hasStatusOk()
                    .bodyText()
                    .contains("are not known", "a web page where its API was expected", "It has not answered since");
            assertThat(trial.page(viewer, ALERTS + "/of/shop/deployment/echo"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("are not known");
        } finally {
            trial.readReal();
        }
    }

    @Test
    void anEnvironmentWithoutAlertmanagerSaysSo() {
        trial.read();
        try {
            assertThat(trial.page(viewer, ALERTS)).hasStatusOk().bodyText().contains("names no Alertmanager");
        } finally {
            trial.readReal();
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
            trial.read(many.url());
            MvcTestResult page = trial.page(viewer, ALERTS);
            assertThat(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("6,000 alerts fire", "alerts__summary")
                    .hasSizeLessThan(300_000);
        } finally {
            trial.readReal();
        }
    }

    private static String alert(int number) {
        return """
                {"fingerprint": "%d", "startsAt": "2026-11-17T03:00:00.000Z", "updatedAt": "2026-11-17T03:10:00.000Z",
                 "labels": {"alertname": "Down", "severity": "critical", "pod": "pod-%d", "zone": "z%d"},
                 "annotations": {"summary": "pod %d is down, and this is why, at some length"},
                 "status": {"silencedBy": []}}""".formatted(number, number, number % 3, number);
    }
}

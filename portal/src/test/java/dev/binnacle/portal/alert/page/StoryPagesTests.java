package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.rule.RuleBook;
import dev.binnacle.portal.metric.FaultServer;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.Monitored;
import dev.binnacle.sandbox.Sandbox;
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
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = {"binnacle.alerts.interval=1h", "binnacle.alerts.dead-mans-switch=None"})
class StoryPagesTests {

    private static final String ALERTS = TrialEnvironment.ALERTS;

    private final TrialEnvironment trial;
    private final Monitored monitored;
    private final RuleBook rules;
    private final Metrics metrics;
    private final MockMvcTester viewer;
    private final FaultServer prometheus = new FaultServer();

    StoryPagesTests(Visitors visitors, TrialEnvironment trial, Monitored monitored, RuleBook rules, Metrics metrics) {
        this.trial = trial;
        this.monitored = monitored;
        this.rules = rules;
        this.metrics = metrics;
        this.viewer = visitors.in("quay", Role.VIEWER);
    }

    @AfterEach
    void stop() {
        prometheus.close();
    }

    @Test
    void aRealRuleIsDrawnWithItsValues() {
        monitored.prometheus(Sandbox.shared().prometheus().url());
        trial.alertmanager()
                .fire(List.of(Map.of("alertname", "Watchdog", "severity", "none", "is", "dog", "run", trial.run())));
        trial.readReal();
        rules.refresh(monitored.environment());
        String story = ALERTS + "/" + trial.fingerprint("dog");
        assertThat(trial.page(viewer, story)).hasStatusOk().bodyText().contains("Watchdog", story + "/graph");
        assertThat(trial.page(viewer, story + "/graph"))
                .hasStatusOk()
                .bodyText()
                .contains("class=\"curve\"", "vector(1)", "It is 1 at the end.");
        assertThat(trial.page(viewer, ALERTS + "/rules?find=vector"))
                .hasStatusOk()
                .bodyText()
                .contains("rules raise alerts in quay", "Watchdog")
                .doesNotContain("KubeNodeNotReady");
        assertThat(trial.page(viewer, ALERTS + "/rules?find=no-rule-is-called-so"))
                .bodyText()
                .contains("No such rule.");
    }

    @Test
    void theThresholdIsDrawnBesideTheSeriesOfTheAlertAlone() {
        standIn(
                "{\"name\":\"a\",\"query\":\"load{x=\\\"1\\\"} \\u003e 2\",\"duration\":60,\"type\":\"alerting\",\"health\":\"ok\"}");
        long now = Instant.now().getEpochSecond();
        prometheus.on("/api/v1/query_range", exchange -> {
            boolean threshold = exchange.getRequestURI().getQuery().contains("query=2");
            String values = "[[%d,\"%d\"],[%d,\"NaN\"],[%d,\"%d\"]]"
                    .formatted(now - 3000, threshold ? 2 : 3, now - 2000, now - 1000, threshold ? 2 : 4);
            String series = threshold
                    ? "{\"metric\":{},\"values\":" + values + "}"
                    : "{\"metric\":{\"__name__\":\"load\",\"is\":\"one\"},\"values\":" + values
                            + "},{\"metric\":{\"is\":\"another\"},\"values\":" + values + "}";
            FaultServer.answer(exchange, 200, "application/json", result("matrix", series));
        });
        String graph = trial.page(viewer, ALERTS + "/" + trial.fingerprint("one") + "/graph", "");
        assertThat(graph).contains("It is 4 at the end; the rule asks for &gt; 2.", "class=\"limit\"", "for 60 s");
        assertThat(graph.split("class=\"curve\"", -1))
                .as("the series of another alert is left out")
                .hasSize(2);
    }

    @Test
    void whatIsNotKnownIsSaid() {
        standIn("");
        String story = ALERTS + "/" + trial.fingerprint("one");
        assertThat(trial.page(viewer, story + "/graph")).bodyText().contains("Its rule is not known.");
        standIn("{\"name\":\"a\",\"query\":\"load \\u003e 2\",\"type\":\"alerting\",\"health\":\"ok\"}");
        prometheus.on("/api/v1/query_range", 503, "text/plain", "");
        assertThat(trial.page(viewer, story + "/graph"))
                .hasStatusOk()
                .bodyText()
                .contains("Prometheus has no answer.", "status 503");
        prometheus.onJson("/api/v1/query_range", result("matrix", ""));
        assertThat(trial.page(viewer, story + "/graph"))
                .bodyText()
                .contains("Prometheus has no values of it with the labels of this alert.");
        assertThat(trial.page(viewer, ALERTS + "/0123456789abcdef"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("the history has none of it");
    }

    @Test
    void rulesThatCannotFireComeFirstAndAreSaidOnEveryPage() {
        standIn("{\"name\":\"fine\",\"query\":\"load \\u003e 2\",\"type\":\"alerting\",\"health\":\"ok\"},"
                + "{\"name\":\"blind\",\"query\":\"gone \\u003e 2\",\"type\":\"alerting\",\"health\":\"ok\"},"
                + "{\"name\":\"absence\",\"query\":\"absent(gone)\",\"type\":\"alerting\",\"health\":\"ok\"},"
                + "{\"name\":\"broken\",\"query\":\"load \\u003e on() load\",\"type\":\"alerting\",\"health\":\"err\","
                + "\"lastError\":\"many-to-many \\u003cb\\u003e\"}");
        String page = trial.page(viewer, ALERTS + "/rules", "");
        assertThat(page)
                .contains("1 cannot be evaluated; 1 without anything to look at now.")
                .contains("It cannot be evaluated: many-to-many &lt;b&gt;")
                .contains("Prometheus has no series of gone, so it cannot fire now.");
        assertThat(page.indexOf(">broken<")).isLessThan(page.indexOf(">blind<"));
        assertThat(page.indexOf(">blind<")).isLessThan(page.indexOf(">fine<"));
        assertThat(trial.page(viewer, ALERTS + "/review"))
                .bodyText()
                .contains("1 rule cannot be evaluated, so alerts are missing: broken.");
        assertThat(trial.page(viewer, ALERTS)).bodyText().contains("alerts are missing: broken.");
        assertThat(trial.page(viewer, "/banners"))
                .as("for pages that stay open")
                .bodyText()
                .contains("Alerts of quay may be wrong or untold.", "alerts are missing: broken.")
                .doesNotContain("<main");
    }

    @Test
    void aRuleThatCannotRecordIsListedAndOneThatCanIsNot() {
        standIn(
                "{\"name\":\"job:fine\",\"query\":\"load\",\"type\":\"recording\",\"health\":\"ok\"},"
                        + "{\"name\":\"job:broken\",\"query\":\"load\",\"type\":\"recording\",\"health\":\"err\",\"lastError\":\"why\"},"
                        + "{\"name\":\"job:unused\",\"query\":\"load\",\"type\":\"recording\",\"health\":\"err\",\"lastError\":\"no\"},"
                        + "{\"name\":\"a\",\"query\":\"load + job:broken + job:fine\",\"type\":\"alerting\",\"health\":\"ok\"}");
        assertThat(trial.page(viewer, ALERTS + "/rules", ""))
                .contains("1 rule raises alerts in quay.", "1 cannot be evaluated; 1 without")
                .contains("job:broken", "It cannot be evaluated, so what asks for it is blind: why")
                .doesNotContain("job:unused", ">job:fine<", "filter=alertname%3D%22job:broken");
        assertThat(trial.page(viewer, ALERTS)).bodyText().contains("1 rule cannot be evaluated");
    }

    @Test
    void aConfigurationThatPrometheusCouldNotLoadIsSaid() {
        standIn("");
        prometheus.onJson(
                "/api/v1/status/runtimeinfo",
                "{\"data\":{\"reloadConfigSuccess\":false,\"lastConfigTime\":\"2026-01-02T03:04:05Z\"}}");
        metrics.check(monitored.environment());
        assertThat(trial.page(viewer, ALERTS))
                .bodyText()
                .contains(
                        "Prometheus could not load its newest configuration, and runs with that of 2 Jan 2026, 03:04 UTC.");
    }

    private void standIn(String alertingRules) {
        prometheus.onJson("/api/v1/query", result("vector", ""));
        prometheus.onJson("/api/v1/status/buildinfo", "{\"data\":{\"version\":\"3.0.0\"}}");
        prometheus.onJson(
                "/api/v1/rules", "{\"data\":{\"groups\":[{\"name\":\"g\",\"rules\":[" + alertingRules + "]}]}}");
        prometheus.onJson("/api/v1/label/__name__/values", "{\"data\":[\"load\"]}");
        monitored.prometheus(prometheus.url());
        trial.readReal();
        rules.refresh(monitored.environment());
    }

    private static String result(String type, String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":[" + series + "]}}";
    }
}

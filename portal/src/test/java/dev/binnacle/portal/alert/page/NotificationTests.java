package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an Alertmanager posts, from its token to the page. */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class NotificationTests {

    private final Instant began = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);

    private final String run = UUID.randomUUID().toString();
    private final Visitors visitors;
    private final JdbcClient jdbc;

    NotificationTests(Visitors visitors, JdbcClient jdbc) {
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    @Test
    void whatIsToldTwiceIsKeptOnceWithItsEnd() throws Exception {
        String secret = token();
        // Go writes nanoseconds here, Alertmanager's interface milliseconds.
        String exactly = began.toString().replace("Z", ".123456789Z");
        assertThat(told(secret, "quay", alert("firing", exactly, "0001-01-01T00:00:00Z")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.alerts")
                .isEqualTo(1);
        assertThat(history()).contains("1 such alert fired", "<b>fires</b>");
        String resolved = alert("resolved", exactly, began.plusSeconds(300).toString());
        assertThat(told(secret, "quay", resolved)).hasStatusOk();
        assertThat(told(secret, "quay", resolved)).hasStatusOk();
        assertThat(told(secret, "quay", alert("firing", exactly, "0001-01-01T00:00:00Z")))
                .as("late")
                .hasStatusOk();
        assertThat(history()).contains("1 such alert fired", "<b>4 min</b>").doesNotContain("<b>fires</b>");
    }

    @Test
    void anAlertThatIsOverStillHasItsPage() throws Exception {
        String secret = token();
        Instant before = began.minusSeconds(3600);
        told(
                secret,
                "quay",
                alert("resolved", before.toString(), before.plusSeconds(180).toString()));
        told(
                secret,
                "quay",
                alert("resolved", began.toString(), began.plusSeconds(300).toString()));
        String story = "/environments/quay/alerts/%016x".formatted(run.hashCode() & 0xffffffffL);
        assertThat(page(story)).contains("Over: it", "<b>5 min</b>").doesNotContain("Silence…");
        assertThat(history()).contains("href=\"" + story + "?began=" + before + "\"");
        assertThat(page(story + "?began=" + before))
                .contains("<b>3 min</b>", story + "/graph?began=" + before, "When it fired");
        assertThat(page(story + "/graph?began=" + before)).contains("data-testid=\"story__graph\"");
        assertThat(viewer().uri(story + "?began=" + before.plusSeconds(1))).hasStatus(404);
        for (String far : List.of("-999999999-01-01T00:00:00Z", "%2B999999999-01-01T00:00:00Z")) {
            assertThat(viewer().uri(URI.create(story + "?began=" + far))).hasStatus(404);
        }
        assertThat(viewer().uri(story + "?began=once")).hasStatus(400);
    }

    @Test
    void aTokenIsGoodForItsEnvironment() throws Exception {
        String body = alert("firing", began.toString(), "0001-01-01T00:00:00Z");
        assertThat(told("binnacle_" + "a".repeat(43), "quay", body)).hasStatus(401);
        assertThat(told(token(), "elsewhere", body)).hasStatus(404);
        assertThat(visitors.in("quay", Role.VIEWER)
                        .post()
                        .uri("/environments/quay/alert-notifications")
                        .content(body))
                .hasStatus(403);
        assertThat(history()).contains("No such alert fired");
    }

    @Test
    void whatIsFaultyIsNamedAndNothingIsKept() throws Exception {
        String secret = token();
        String good = alert("firing", began.toString(), "0001-01-01T00:00:00Z");
        assertThat(told(secret, "quay", "{")).hasStatus(400).bodyText().contains("not JSON");
        assertThat(told(secret, "quay", "{}")).hasStatus(400).bodyText().contains("\"field\":\"alerts\"");
        assertThat(told(secret, "quay", good.replace("\"firing\"", "\"smouldering\"")))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("alerts[0].status", "Nothing was kept");
        assertThat(told(secret, "quay", good.replace(began.toString(), "yesterday")))
                .hasStatus(400)
                .bodyText()
                .contains("alerts[0].startsAt");
        assertThat(told(secret, "quay", good.replace("\"it\"", "17")))
                .hasStatus(400)
                .bodyText()
                .contains("alerts[0].annotations.summary");
        assertThat(told(
                        secret,
                        "quay",
                        alert(
                                "resolved",
                                began.toString(),
                                began.minusSeconds(1).toString())))
                .hasStatus(400)
                .bodyText()
                .contains("alerts[0].endsAt");
        assertThat(told(secret, "quay", " ".repeat(16 * 1024 * 1024 + 1))).hasStatus(413);
        assertThat(history()).contains("No such alert fired");
    }

    @Test
    void whatIsTooOldOrToComeIsNotKept() throws Exception {
        String secret = token();
        for (String tooFar : new String[] {"0001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"}) {
            assertThat(told(secret, "quay", alert("firing", tooFar, "0001-01-01T00:00:00Z")))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.alerts")
                    .isEqualTo(0);
        }
        assertThat(jdbc.sql("select to_regclass('alert_history_2999_01')::text is null")
                        .query((row, at) -> row.getBoolean(1))
                        .single())
                .isTrue();
    }

    private String alert(String status, String startsAt, String endsAt) {
        return """
                {"version":"4","status":"%1$s","receiver":"binnacle","truncatedAlerts":0,"alerts":[
                {"status":"%1$s","labels":{"alertname":"told","run":"%2$s"},"annotations":{"summary":"it"},
                "startsAt":"%3$s","endsAt":"%4$s","generatorURL":"","fingerprint":"%5$016x"}]}
                """.formatted(status, run, startsAt, endsAt, run.hashCode() & 0xffffffffL);
    }

    private String history() {
        return page("/environments/quay/alerts/history?filter=run%3D" + run);
    }

    private String page(String address) {
        MvcTestResult page = viewer().uri(URI.create(address)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockMvcTester.MockMvcRequestBuilder viewer() {
        return visitors.in("quay", Role.VIEWER).get();
    }

    private MvcTestResult told(String secret, String environment, String body) {
        return visitors.told(secret, "/environments/" + environment + "/alert-notifications", body);
    }

    private String token() throws Exception {
        return visitors.token("alertmanager-" + UUID.randomUUID().toString().substring(0, 8), "quay");
    }
}

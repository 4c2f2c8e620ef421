package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.metric.FaultServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Alerts whose labels and annotations want to do harm. */
@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class HostileAlertsTests {

    private static final String ALERTS = TrialEnvironment.ALERTS;
    private static final String FINGERPRINT = "00000000deadbeef";

    /** Turns what follows it, so that "gpj.exe" reads as "exe.jpg". */
    private static final String TURNING = "\u202e";

    private static final String MARKUP = "<img src=x onerror=alert(1)>'\"${7*7}[[${7*7}]]__${7*7}__";

    private final TrialEnvironment trial;
    private final MockMvcTester operator;
    private final FaultServer alertmanager = new FaultServer();

    HostileAlertsTests(Visitors visitors, TrialEnvironment trial) {
        this.trial = trial;
        this.operator = visitors.in("quay", Role.OPERATOR);
    }

    @BeforeEach
    void fire() {
        Map<String, String> labels = new TreeMap<>(Map.of(
                "alertname", MARKUP + TURNING + "gpj.exe",
                "severity", "critical",
                "namespace", "../../admin",
                "deployment", "a/b?c#d",
                "long", "x".repeat(65_536),
                "a label, in UTF-8 \u0000 \ud83d\ude00", "\ud83d\udc69\u200d\ud83d\udcbb"));
        for (int i = 0; i < 10_000; i++) {
            labels.put("label_" + i, "value " + i);
        }
        Map<String, String> annotations = Map.of(
                "summary", MARKUP + TURNING + "y".repeat(65_536),
                "description", "one\u2028two\u0007",
                "runbook_url", "javascript:alert(1)",
                "dashboard_url", "https://dash.example/\"><script>alert(1)</script>");
        alertmanager.onJson("/api/v2/status", "{}");
        alertmanager.onJson("/api/v2/silences", "[]");
        alertmanager.onJson(
                "/api/v2/alerts/groups",
                new JsonMapper()
                        .writeValueAsString(List.of(Map.of(
                                "labels",
                                Map.of(),
                                "receiver",
                                Map.of("name", MARKUP + TURNING),
                                "alerts",
                                List.of(Map.of(
                                        "fingerprint",
                                        FINGERPRINT,
                                        "startsAt",
                                        "2026-11-17T03:00:00.000Z",
                                        "labels",
                                        labels,
                                        "annotations",
                                        annotations,
                                        "generatorURL",
                                        "javascript:alert(1)",
                                        "status",
                                        Map.of("silencedBy", List.of())))))));
        trial.read(alertmanager.url());
    }

    @AfterEach
    void end() {
        alertmanager.close();
        trial.readReal();
    }

    @Test
    void everyPageOfThemIsTextAndSmall() {
        assertThat(operator.post()
                        .uri(ALERTS + "/acknowledgements")
                        .param("alert", FINGERPRINT)
                        .param("assignee", MARKUP + TURNING))
                .hasStatus(HttpStatus.FOUND);
        for (String address : List.of(
                ALERTS,
                ALERTS + "?by=alertname,deployment&sort=label:long",
                ALERTS + "/" + FINGERPRINT,
                ALERTS + "/acknowledgements/new?alert=" + FINGERPRINT,
                ALERTS + "/handover",
                ALERTS + "/count",
                "/")) {
            String page = page(address);
            assertThat(page)
                    .as(address)
                    .doesNotContain("<img src=x", "<script>alert", "href=\"javascript", TURNING, "\u2028", "\u0007")
                    .doesNotContain("49[[", "__49__")
                    .hasSizeLessThan(200_000);
        }
        assertThat(page("/")).contains("⟨U+202E⟩ looks after it.");
        assertThat(page(ALERTS)).contains("⟨U+202E⟩", "\ud83d\udc69\u200d\ud83d\udcbb");
    }

    @Test
    void theirLabelsAreListedAsFarAsThereIsRoom() {
        assertThat(page(ALERTS + "/" + FINGERPRINT)).contains("and 9,906 more", "silences/new?alert=" + FINGERPRINT);
    }

    @Test
    void theFormOfASilenceHoldsLabelsThatNoAddressHoldsAndSaysWhenTheyAreTooMany() {
        assertThat(page(ALERTS + "/silences/new?alert=" + FINGERPRINT))
                .contains("label_9999=&quot;value 9999&quot;", "This is longer than 16384 characters.");
    }

    private String page(String address) {
        MvcTestResult page = trial.page(operator, address);
        assertThat(page).as(address).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

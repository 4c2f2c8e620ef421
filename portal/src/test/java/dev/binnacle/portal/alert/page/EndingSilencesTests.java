package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class EndingSilencesTests {

    private static final String ALERTS = TrialEnvironment.ALERTS;

    private final TrialEnvironment trial;
    private final MockMvcTester operator;

    EndingSilencesTests(Visitors visitors, TrialEnvironment trial) {
        this.trial = trial;
        this.operator = visitors.in("quay", Role.OPERATOR);
        trial.readReal();
    }

    @Test
    void oneThatStillMutesIsWarnedOfBeforeItEndsAndCanBeMadeAgainAfterwards() {
        silence("one", Duration.ofHours(3));
        assertThat(trial.page(operator, ALERTS)).bodyText().doesNotContain("A silence that mutes");
        silence("one", Duration.ofMinutes(10));
        silence("nothing-is-so", Duration.ofMinutes(10));
        assertThat(trial.page(operator, ALERTS))
                .bodyText()
                .containsOnlyOnce("A silence that mutes 1 alert ends at ")
                .containsOnlyOnce(">ends soon<");

        assertThat(trial.page(operator, ALERTS + "/silences/ended?find=ends " + trial.run()))
                .bodyText()
                .contains("0 silences have ended.");
        trial.board().silences().stream()
                .filter(silence -> silence.comment().equals("ends " + trial.run()))
                .forEach(silence -> assertThat(
                                operator.post().uri(ALERTS + "/silences/expire").param("silence", silence.id()))
                        .hasStatus(HttpStatus.FOUND));
        assertThat(trial.page(operator, ALERTS + "/silences/ended?find=ends " + trial.run()))
                .bodyText()
                .contains("3 silences have ended.", "silences/new?matchers=run%3D%22" + trial.run(), "Again…");
    }

    @Test
    void itsTimesAreInTheZoneOfTheReader() {
        assertThat(form().cookie(new Cookie("zone", "Asia/Kathmandu")))
                .bodyText()
                .contains("value=\"Asia/Kathmandu\"", "Kathmandu</option>")
                .containsPattern("It ends in 2 h, at [^<]* Kathmandu\\.");
        assertThat(form().cookie(new Cookie("zone", "nowhere")))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"zone\" maxlength=\"60\" autocomplete=\"off\" value=\"UTC\"")
                .containsPattern("It ends in 2 h, at [^<]* UTC\\.");
        assertThat(form().param("zone", "Mars/Olympus")).bodyText().contains("is not a time zone");
    }

    private MockMvcTester.MockMvcRequestBuilder form() {
        return operator.get().uri(ALERTS + "/silences/new").param("matchers", "run=\"" + trial.run() + "\"");
    }

    private void silence(String is, Duration length) {
        String until = LocalDateTime.now(ZoneOffset.UTC)
                .plus(length)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        Map<String, String> form = Map.of(
                "matchers",
                "run=\"" + trial.run() + "\", is=\"" + is + "\"",
                "until",
                until,
                "comment",
                "ends " + trial.run());
        assertThat(trial.post(operator, form)).hasStatus(HttpStatus.FOUND);
    }
}

package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
@Import({MonitoredTest.class, TrialEnvironment.class})
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class HandoverTests {

    private static final String HANDOVER = TrialEnvironment.ALERTS + "/handover";

    private final TrialEnvironment trial;
    private final MockMvcTester viewer;
    private final MockMvcTester operator;

    HandoverTests(Visitors visitors, TrialEnvironment trial) {
        this.trial = trial;
        this.viewer = visitors.in("quay", Role.VIEWER);
        visitors.account("carol-on-call", "quay", Role.OPERATOR);
        this.operator = visitors.signedInAs("carol-on-call");
        trial.readReal();
    }

    @Test
    void whatOneLooksAfterIsHandedOverWithANote() {
        assertThat(page(operator))
                .contains("You look after no alert.", "Nobody's")
                .doesNotContain("to hand over");
        acknowledge("carol-on-call", "looking " + trial.run());
        String mine = page(operator);
        assertThat(mine).contains("You look after 1 alert.", "Yours, to hand over", trial.fingerprint("one"));
        assertThat(page(viewer)).contains("Others look after these", "carol-on-call: “looking " + trial.run() + "”");

        acknowledge("erin", "restart it if it lasts " + trial.run());
        assertThat(page(operator))
                .contains("You look after no alert.", "erin: “restart it if it lasts " + trial.run() + "”")
                .doesNotContain("looking " + trial.run());
    }

    @Test
    void theShiftIsAsLongAsIsAskedFor() {
        assertThat(trial.page(viewer, HANDOVER + "?hours=8")).bodyText().contains("aria-current=\"true\">8 h");
        assertThat(trial.page(viewer, HANDOVER + "?hours=nine")).bodyText().contains("aria-current=\"true\">12 h");
        assertThat(page(viewer)).contains("What began in this shift");
    }

    private void acknowledge(String assignee, String note) {
        assertThat(operator.post()
                        .uri(TrialEnvironment.ALERTS + "/acknowledgements")
                        .param("alert", trial.fingerprint("one"))
                        .param("assignee", assignee)
                        .param("note", note))
                .hasStatus(HttpStatus.FOUND);
    }

    private String page(MockMvcTester visitor) {
        return trial.page(visitor, HANDOVER, "");
    }
}

package dev.binnacle.sandbox.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HurriedRulesTests {

    @Test
    void rangesAndPatienceAreShortAndNothingElseIsChanged() {
        assertThat(HurriedRules.hurried("""
                      - alert: EchoSlow
                        expr: rate(a[5m]) > 0.5
                        for: 15m
                        annotations: {summary: "for: 15m"}
                """)).isEqualTo("""
                      - alert: EchoSlow
                        expr: rate(a[1m]) > 0.5
                        for: 75s
                        annotations: {summary: "for: 15m"}
                """);
    }

    @Test
    void noRuleOfThePlatformIsLeftSlow() throws IOException {
        assertThat(HurriedRules.hurried(Template.read("rules/echo.yaml")))
                .contains("alert: EchoSpreadUneven")
                .doesNotContainPattern("for: \\d+m|\\[5m]");
    }
}

package dev.binnacle.deploy;

import static dev.binnacle.deploy.ProjectFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alert rules and routes, by the tools of Prometheus and Alertmanager. */
class MonitoringTests {
    private static final Path STACK = Path.of("charts/platform/kube-prometheus-stack");
    private static final Path ROUTES = STACK.resolve("alertmanager.yaml");

    @Test
    void promtoolAcceptsTheRulesAndTheirCases() throws IOException, InterruptedException {
        var promtool = built(Program.PROMTOOL);

        promtool.accepts(
                List.of("check", "rules", STACK.resolve("rules/echo.yaml").toString()));
        promtool.accepts(
                List.of("test", "rules", STACK.resolve("rules/echo-tests.yaml").toString()));
    }

    @Test
    void everyAlertHasACase() {
        String cases = text(STACK.resolve("rules/echo-tests.yaml"));
        List<String> alerts = Pattern.compile("- alert: (\\w+)")
                .matcher(text(STACK.resolve("rules/echo.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(alerts)
                .hasSize(8)
                .allSatisfy(alert -> assertThat(cases)
                        .containsPattern("alertname: " + alert + "\\n\\s+exp_alerts:\\n\\s+- exp_labels:"));
    }

    @ParameterizedTest
    @CsvSource({
        "dead-mans-switch, alertname=Watchdog severity=none",
        "on-call,          alertname=EchoNoReplicas severity=critical",
        "team,             alertname=EchoLatencyHigh severity=warning",
        "team,             alertname=OfSomebodyElse",
        "nobody,           alertname=InfoInhibitor severity=none",
        "nobody,           alertname=CPUThrottlingHigh severity=info"
    })
    void alertsReachWhomTheyShould(String receiver, String labels) throws IOException, InterruptedException {
        var amtool = built(Program.AMTOOL);
        List<String> arguments = new ArrayList<>(
                List.of("config", "routes", "test", "--config.file=" + ROUTES, "--verify.receivers=" + receiver));
        arguments.addAll(List.of(labels.split(" ")));

        assertThat(amtool.accepts(arguments)).startsWith(receiver);
    }

    @Test
    void amtoolAcceptsTheRoutes() throws IOException, InterruptedException {
        var amtool = built(Program.AMTOOL);

        assertThat(amtool.accepts(ProjectFiles.ROOT, Map.of(), List.of("check-config", ROUTES.toString())))
                .contains("SUCCESS");
    }

    @Test
    void dashboardsAskTheDataSourceThatIsChosen() {
        assertThat(ProjectFiles.in(STACK.resolve("dashboards"), file -> true))
                .hasSize(3)
                .allSatisfy(file -> assertThat(text(file))
                        .contains("\"uid\": \"binnacle-")
                        .doesNotContainPattern("\"uid\": \"(?!binnacle-|\\$\\{source})"));
    }

    /** Of the releases that the sandbox runs. */
    private static Tool built(Program program) throws IOException, InterruptedException {
        return new Tool(program.require((detail, percent) -> {}).toString());
    }
}

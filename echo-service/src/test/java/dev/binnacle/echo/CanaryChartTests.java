package dev.binnacle.echo;

import static dev.binnacle.echo.ChartTests.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryChartTests {
    @TempDir
    private Path folder;

    @Test
    void aRolloutTakesThePlaceOfTheDeploymentAndTheAutoscalerFollows() throws IOException {
        Map<String, Object> deployed = ChartTests.render(folder, "{}");
        Map<String, Object> canary = ChartTests.render(folder, "canary: {enabled: true, weights: [5, 40]}");

        assertThat(canary.keySet())
                .contains("Rollout", "AnalysisTemplate")
                .doesNotContain("Deployment", "VirtualService");
        assertThat(at(canary, "Rollout", "spec", "template")).isEqualTo(at(deployed, "Deployment", "spec", "template"));
        assertThat(at(canary, "HorizontalPodAutoscaler", "spec", "scaleTargetRef"))
                .isEqualTo(Map.of("apiVersion", "argoproj.io/v1alpha1", "kind", "Rollout", "name", "echo-service"));
        Object steps = at(canary, "Rollout", "spec", "strategy", "canary", "steps");
        assertThat((List<?>) steps).hasSize(4);
        assertThat(at(steps, "0")).isEqualTo(Map.of("setWeight", 5));
        assertThat(at(steps, "2")).isEqualTo(Map.of("setWeight", 40));
        assertThat(at(steps, "3", "analysis", "templates", "0", "templateName"))
                .isEqualTo(at(canary, "AnalysisTemplate", "metadata", "name"));
    }

    @Test
    void aVersionIsJudgedByItsOwnPodsAlone() throws IOException {
        Map<String, Object> canary = ChartTests.render(folder, "canary: {enabled: true}");

        List<?> metrics = (List<?>) at(canary, "AnalysisTemplate", "spec", "metrics");
        assertThat(metrics)
                .hasSize(2)
                .allSatisfy(metric -> assertThat(at(metric, "provider", "prometheus", "query"))
                        .asString()
                        .contains("namespace=\"echo\", pod=~\"echo-service-{{args.hash}}-.*\", uri!=\"/metrics\""));
    }

    @Test
    void istioSplitsRequestsBetweenServicesThatPrometheusDoesNotAskTwice() {
        TemplateCommand template = new Helm(Path.of("..", "charts", "echo-service")).template();
        String manifest = template.withName("echo-service")
                .withNamespace("echo")
                .set("canary.enabled", true)
                .set("canary.istio.enabled", true)
                .set("serviceMonitor.enabled", true)
                .call();

        assertThat(manifest)
                .contains("stableService: echo-service-stable", "canaryService: echo-service-canary")
                .contains("binnacle.dev/canary: stable", "binnacle.dev/canary: canary")
                .containsPattern("matchExpressions:\\s+- key: binnacle.dev/canary\\s+operator: DoesNotExist")
                .containsPattern("host: echo-service-stable\\s+weight: 100")
                .containsPattern("host: echo-service-canary\\s+weight: 0");
    }
}

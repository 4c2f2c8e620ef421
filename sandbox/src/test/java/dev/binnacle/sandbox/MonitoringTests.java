package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonitoringTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void theAlertThatAlwaysFiresReachesAlertmanager() throws IOException, InterruptedException {
        Sandbox sandbox = Sandbox.shared();
        sandbox.prometheus();

        await(sandbox.alertmanager().url().resolve("/api/v2/alerts"), text -> text.contains("Watchdog"));
    }

    @Test
    void prometheusKnowsNodesAndObjects() throws IOException, InterruptedException {
        URI prometheus = Sandbox.shared().prometheus().url();

        await(
                prometheus.resolve(
                        "/api/v1/query?query=count(kube_node_status_condition%7Bcondition%3D%22Ready%22%7D)"),
                text -> text.contains("\"4\""));
        await(
                prometheus.resolve("/api/v1/query?query=count(node_memory_working_set_bytes)"),
                text -> text.contains("\"4\""));
    }

    @Test
    void prometheusReportsTheReleaseThatItIs() throws IOException, InterruptedException {
        URI prometheus = Sandbox.shared().prometheus().url();

        await(prometheus.resolve("/api/v1/status/buildinfo"), text -> text.contains("\"version\":\"3."));
    }

    @Test
    void prometheusHasWhatThePlatformsRulesAskFor() throws IOException, InterruptedException {
        URI prometheus = Sandbox.shared().prometheus().url();
        Sandbox.shared().seeded();
        String rules = Files.readString(Path.of("../charts/platform/kube-prometheus-stack/rules/echo.yaml"));
        Set<String> metrics = Pattern.compile("\\b(kube|http_server|process)_[a-z_]+(?=[{\\[ )\\n])")
                .matcher(rules.replaceAll("(?m)^\\s*#.*$", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        // Of nodes that take no pods there is none.
        metrics.remove("kube_node_spec_taint");

        assertThat(metrics).hasSizeGreaterThan(10);
        for (String metric : metrics) {
            await(
                    prometheus.resolve("/api/v1/query?query=count(" + metric + ")"),
                    text -> text.contains("\"value\":["));
        }
        await(
                prometheus.resolve("/api/v1/rules"),
                text -> text.contains("\"EchoSpreadUneven\"")
                        && !text.contains("\"health\":\"unknown\"")
                        && !text.contains("\"health\":\"err\""));
    }

    private static void await(URI url, Predicate<String> fact) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String text = get(url);
        while (!fact.test(text) && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(250));
            text = get(url);
        }
        assertThat(text).matches(fact, "what was waited for at " + url);
    }

    private static String get(URI url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(1)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

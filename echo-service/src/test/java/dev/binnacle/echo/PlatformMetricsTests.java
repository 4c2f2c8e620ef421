package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's rules and dashboard ask for metrics that the service really has. */
class PlatformMetricsTests {
    private static final Path STACK = Path.of("../charts/platform/kube-prometheus-stack");
    private static final Pattern ASKED = Pattern.compile("([a-z_]+)\\{[^}]*app=\\\\?\"echo-service\\\\?\"");
    private static final Pattern EXPOSED = Pattern.compile("(?m)^(?:# TYPE )?([a-z_]+)");
    /** Only there once garbage has been collected, but by a binder that is bound. */
    private static final String AFTER_COLLECTION = "jvm_gc_pause_seconds_sum";

    @ParameterizedTest
    @ValueSource(strings = {"rules/echo.yaml", "dashboards/echo-service.json"})
    void whatIsAskedForIsExposed(String file) throws IOException {
        Set<String> asked = names(ASKED, Files.readString(STACK.resolve(file)));
        asked.remove(AFTER_COLLECTION);

        assertThat(asked).hasSizeGreaterThan(3).isSubsetOf(exposed());
    }

    private static Set<String> exposed() {
        try (var metrics = new ServiceMetrics(new Identity("1.2.3", "echo-1"))) {
            metrics.started();
            metrics.ended("GET", "/api", 200, Duration.ofMillis(3));
            Answer answer = metrics.answer();
            return names(EXPOSED, answer.body());
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}

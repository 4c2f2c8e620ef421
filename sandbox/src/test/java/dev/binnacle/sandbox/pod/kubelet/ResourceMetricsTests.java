package dev.binnacle.sandbox.pod.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceMetricsTests {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final ResourceMetrics metrics = new ResourceMetrics(
            List.of(new ContainerUsage("shop", "echo-1", "echo", NOW, Duration.ofMillis(1500), 1000)), NOW);

    @Test
    void measuredFiguresReplaceThoseThatWereMadeUp() {
        String merged = metrics.mergedInto("""
                # TYPE pod_memory_working_set_bytes gauge
                pod_memory_working_set_bytes{namespace="shop",pod="echo-1"} 7
                pod_memory_working_set_bytes{namespace="shop",pod="web-1"} 8
                """);

        assertThat(merged)
                .contains("pod_memory_working_set_bytes{namespace=\"shop\",pod=\"web-1\"} 8\n")
                .contains("pod_memory_working_set_bytes{namespace=\"shop\",pod=\"echo-1\"} 1000 1700000000000\n")
                .doesNotContain("pod=\"echo-1\"} 7");
    }

    @Test
    void aNodesFiguresAreTheSum() {
        String merged = metrics.mergedInto("""
                # TYPE node_cpu_usage_seconds_total counter
                node_cpu_usage_seconds_total 2.25
                # TYPE node_memory_working_set_bytes gauge
                node_memory_working_set_bytes 3.2e+07 1700000000000
                """);

        assertThat(merged)
                .contains("node_cpu_usage_seconds_total 3.750\n")
                .contains("node_memory_working_set_bytes 32001000 1700000000000\n");
    }

    @Test
    void measuredFiguresStandAloneWhenKwokDoesNotAnswer() {
        assertThat(metrics.mergedInto("").lines())
                .containsSequence(
                        "# TYPE container_cpu_usage_seconds_total counter",
                        "container_cpu_usage_seconds_total{container=\"echo\",namespace=\"shop\",pod=\"echo-1\"} 1.500 1700000000000");
    }
}

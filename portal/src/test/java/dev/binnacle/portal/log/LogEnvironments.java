package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.FixedEnvironments;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Environments with log lines of known content, for tests of pages. */
@TestConfiguration
class LogEnvironments {

    /** When the lines were written, which are of the ten minutes before. */
    @SuppressWarnings("TimeInStaticInitializer") // the index is written then
    static final Instant NOW = Instant.now();

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final TestIndex INDEX = index();
    private static final Environment SLOW = TestIndex.environmentOf("log-slow", INDEX.name());
    private static final Map<String, Environment> ENVIRONMENTS = Map.of(
            "log-all", TestIndex.environmentOf("log-all", INDEX.name()),
            "log-shop", TestIndex.environmentOf("log-shop", INDEX.name(), "shop"),
            "log-empty", TestIndex.environmentOf("log-empty", "no-such-index"),
            "log-slow", SLOW);

    @Bean
    @Primary
    Environments testEnvironments() {
        return new FixedEnvironments(List.copyOf(ENVIRONMENTS.values()));
    }

    @Bean
    SearchRecorder slowElasticsearch() throws IOException {
        return new SearchRecorder(ELASTICSEARCH, Duration.ofSeconds(3));
    }

    @Bean
    @Primary
    Connections testConnections(SearchRecorder slow) {
        return TestIndex.connecting(environment -> environment.equals(SLOW.id()) ? slow.url() : ELASTICSEARCH);
    }

    /** Something that happened to one workload five minutes ago. */
    @Bean
    Marks testMarks() {
        Instant at = Instant.now().minus(Duration.ofMinutes(5));
        return (environment, workload, from, to) -> environment.name().equals("log-all")
                        && (workload.isEmpty() || workload.equals("statefulset/shop/cart"))
                        && !at.isBefore(from)
                        && at.isBefore(to)
                ? List.of(new Marks.Mark(
                        at, Status.OK, "operation", "7 redeploy of cart", "/environments/log-all/operations/7"))
                : List.of();
    }

    /** A room that fails for one environment. */
    @Bean
    Marks failingMarks() {
        return (environment, _, _, _) -> {
            if (environment.name().equals("log-shop")) {
                throw new IllegalStateException("This room fails");
            }
            return List.of();
        };
    }

    private static TestIndex index() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH)
                .line(
                        NOW.minusSeconds(60),
                        "shop",
                        "echo-7d9f8b6c5d-bcdfg",
                        "connection refused",
                        Map.of("level", "error"))
                .line(NOW.minusSeconds(50), "shop", "cart-0", "<script>alert(1)</script>")
                .line(
                        NOW.minusSeconds(40),
                        "bank",
                        "vault-0",
                        "vault opened",
                        Map.of(
                                "kubernetes",
                                Map.of(
                                        "namespace_name", "bank",
                                        "pod_name", "vault-0",
                                        "container_name", "application",
                                        "host", "node-7")));
        for (int i = 0; i < 250; i++) {
            index.line(NOW.minusSeconds(600 - i / 5), "shop", "cart-0", "many " + i);
        }
        return index.written();
    }
}

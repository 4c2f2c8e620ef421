package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint of each environment's Prometheus, and how its last calls went. */
@Component
class Prometheuses {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connections connections;
    private final Endpoints endpoints;
    private final Clock clock;
    private final Map<EnvironmentId, Endpoint> known = new ConcurrentHashMap<>();
    private final Map<EnvironmentId, PrometheusHealth> health = new ConcurrentHashMap<>();

    Prometheuses(Connections connections, Endpoints endpoints, Clock clock) {
        this.connections = connections;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @EventListener
    void on(EnvironmentChanged changed) {
        known.remove(changed.id());
        health.remove(changed.id());
    }

    PrometheusHealth health(Environment environment) {
        return environment.prometheus() == null
                ? PrometheusHealth.ABSENT
                : health.getOrDefault(environment.id(), PrometheusHealth.of("", null, Duration.ZERO));
    }

    void check(Environment environment) {
        try {
            String version = call(
                    environment,
                    "api/v1/status/buildinfo",
                    Map.of(),
                    body -> JSON.readTree(body).path("data").path("version").asString(""));
            Endpoint endpoint = endpoint(environment);
            health.put(
                    environment.id(),
                    PrometheusHealth.of(version, outdatedSince(endpoint).orElse(null), endpoint.ahead()));
        } catch (Problem seen) {
            // Kept by call().
        }
    }

    /**
     * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#runtime-information">Runtime information</a>
     *     in its API, which what only speaks like Prometheus may not have
     */
    private static Optional<Instant> outdatedSince(Endpoint endpoint) {
        try {
            JsonNode runtime = endpoint.get("api/v1/status/runtimeinfo", Map.of(), JSON::readTree)
                    .path("data");
            return runtime.path("reloadConfigSuccess").asBoolean(true)
                    ? Optional.empty()
                    : Optional.of(Instant.parse(runtime.path("lastConfigTime").asString("")));
        } catch (Problem | DateTimeException unknown) {
            return Optional.empty();
        }
    }

    <T> T call(Environment environment, String path, Map<String, String> parameters, Decoder<T> decoder) {
        try {
            T answer = endpoint(environment).get(path, parameters, decoder);
            health.put(environment.id(), health(environment).answered());
            return answer;
        } catch (Problem problem) {
            health.put(environment.id(), health(environment).failed(problem, clock.instant()));
            throw problem;
        }
    }

    private Endpoint endpoint(Environment environment) {
        return known.computeIfAbsent(environment.id(), _ -> made(environment));
    }

    private Endpoint made(Environment environment) {
        return endpoints.of(
                connections
                        .prometheus(environment.id())
                        .orElseThrow(() -> new NotFound("Environment " + environment.name()
                                + " names no Prometheus. An administrator can add its address.")),
                "Prometheus of " + environment.name());
    }
}

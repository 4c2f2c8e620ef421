package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries to the Prometheus of an environment. Each ends within 5 seconds, and throws {@link
 * dev.binnacle.portal.problem.Unavailable} or {@link dev.binnacle.portal.problem.Forbidden} where there is no answer,
 * {@link dev.binnacle.portal.problem.NotFound} where the environment has no Prometheus.
 */
@Component
public class Metrics {

    private static final ObjectReader ANSWERS = JsonMapper.builder().build().readerFor(Answer.class);

    private final Prometheuses prometheuses;

    Metrics(Prometheuses prometheuses) {
        this.prometheuses = prometheuses;
    }

    /**
     * @param expression in PromQL
     * @return one sample for each label set; empty where nothing matches
     */
    public List<Sample> instant(Environment environment, String expression) {
        return query(environment, "api/v1/query", Map.of("query", expression)).results().stream()
                .flatMap(result -> Optional.ofNullable(result.value())
                        .map(value -> new Sample(result.labels(), value.at(), value.number()))
                        .stream())
                .toList();
    }

    /**
     * @param expression in PromQL
     * @param step between two values; Prometheus refuses more than 11,000 of them
     * @return one series for each label set; empty where nothing matches
     */
    public List<Series> range(Environment environment, String expression, Instant start, Instant end, Duration step) {
        Map<String, String> parameters = Map.of(
                "query",
                expression,
                "start",
                start.toString(),
                "end",
                end.toString(),
                "step",
                step.toMillis() / 1000.0 + "");
        return query(environment, "api/v1/query_range", parameters).results().stream()
                .map(Metrics::series)
                .toList();
    }

    /** @return what the last calls have shown, at once; calls nothing */
    public PrometheusHealth health(Environment environment) {
        return prometheuses.health(environment);
    }

    /** Asks the Prometheus for its version, so that {@link #health} knows of it; throws nothing. */
    public void check(Environment environment) {
        prometheuses.check(environment);
    }

    private Answer query(Environment environment, String path, Map<String, String> parameters) {
        return prometheuses.call(environment, path, parameters, ANSWERS::readValue);
    }

    private static Series series(Answer.Result result) {
        List<Answer.Value> values = Optional.ofNullable(result.values()).orElse(List.of());
        return new Series(
                result.labels(),
                values.stream()
                        .map(value -> new Series.Point(value.at(), value.number()))
                        .toList());
    }
}

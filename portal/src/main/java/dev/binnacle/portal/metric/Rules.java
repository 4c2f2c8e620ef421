package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the Prometheus of an environment. Fails as {@link Metrics} does. */
@Component
public class Rules {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration LATELY = Duration.ofHours(1);

    private final Prometheuses prometheuses;
    private final Clock clock;

    Rules(Prometheuses prometheuses, Clock clock) {
        this.prometheuses = prometheuses;
        this.clock = clock;
    }

    /**
     * @return the alerting ones, and of those that record series, which alerts may ask for, the ones that cannot be
     *     evaluated; in the order in which Prometheus has them
     * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#rules">Rules</a> in its API
     */
    public List<Rule> ofAlerts(Environment environment) {
        JsonNode answer =
                prometheuses.call(environment, "api/v1/rules", Map.of("exclude_alerts", "true"), JSON::readTree);
        return each(answer.path("data").path("groups"))
                .flatMap(group -> each(group.path("rules"))
                        .map(rule -> rule(group.path("name").asString(""), rule)))
                .filter(rule -> !rule.recording() || !rule.failing().isEmpty())
                .toList();
    }

    /** @return the names of the metrics that it has had series of in the last hour */
    public Set<String> metricNames(Environment environment) {
        String start = clock.instant().minus(LATELY).toString();
        JsonNode answer =
                prometheuses.call(environment, "api/v1/label/__name__/values", Map.of("start", start), JSON::readTree);
        return each(answer.path("data")).map(name -> name.asString("")).collect(Collectors.toSet());
    }

    private static Rule rule(String group, JsonNode rule) {
        return new Rule(
                rule.path("type").asString("").equals("recording"),
                group,
                rule.path("name").asString(""),
                rule.path("query").asString(""),
                Duration.ofMillis(Math.round(rule.path("duration").asDouble(0) * 1000)),
                rule.path("labels").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, label -> label.getValue().asString(""))),
                rule.path("health").asString("").equals("err")
                        ? rule.path("lastError").asString("It does not say why.")
                        : "");
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

package dev.binnacle.portal.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API of Prometheus</a> answers to a
 * query.
 */
record Answer(@Nullable Data data) {

    List<Result> results() {
        return data == null || data.result() == null ? List.of() : data.result();
    }

    record Data(@Nullable List<Result> result) {}

    /** A native histogram has neither value: it is left out. */
    record Result(
            @Nullable Map<String, String> metric,
            @Nullable Value value,
            @Nullable List<Value> values) {

        Map<String, String> labels() {
            return metric == null ? Map.of() : metric;
        }
    }

    /** A pair of the seconds since 1970 and the number as text, with "NaN", "+Inf" and "-Inf". */
    record Value(Instant at, double number) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Value of(JsonNode pair) {
            String text = pair.path(1).asString();
            double number = switch (text) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
            return new Value(Instant.ofEpochMilli(Math.round(pair.path(0).asDouble() * 1000)), number);
        }
    }
}

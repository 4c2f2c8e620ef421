package dev.binnacle.portal.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricNamesTests {

    @ParameterizedTest
    @MethodSource("expressions")
    void metricsAreToldFromFunctionsLabelsAndWords(String expression, Set<String> metrics) {
        assertThat(MetricNames.of(expression)).isEqualTo(metrics);
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("up == 0", Set.of("up")),
                Arguments.of("vector(1)", Set.of()),
                Arguments.of("", Set.of()),
                Arguments.of("rate(errors_total{code=~\"5..\", job=\"a b\"}[5m]) > 0.5", Set.of("errors_total")),
                Arguments.of(
                        "sum by (namespace, app) (rate(a[1m])) / on (app) group_left(team) b:c > Inf",
                        Set.of("a", "b:c")),
                Arguments.of("sum(a) without (x) > bool 1 unless ignoring(y) d", Set.of("a", "d")),
                Arguments.of("a offset 5m and a @ start() or b atan2 c", Set.of("a", "b", "c")),
                Arguments.of("a{x=\"}\"} # b > 1\n > 2e3", Set.of("a")),
                Arguments.of("max_over_time(a[1h:5m]) > 1h30m", Set.of("a")),
                Arguments.of("by_mistake + `not_one` + 'nor this'", Set.of("by_mistake")));
    }

    @Property(tries = 500)
    void nothingThatSomebodyWritesIsTooOdd(@ForAll String expression) {
        assertThat(MetricNames.of(expression)).isNotNull();
        assertThat(Comparison.of(expression)).isNotNull();
    }
}

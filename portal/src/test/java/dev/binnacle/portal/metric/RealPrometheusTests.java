package dev.binnacle.portal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RealPrometheusTests {

    private final Monitored monitored =
            new Monitored().prometheus(Sandbox.shared().prometheus().url());
    private final Environment environment = monitored.environment();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Metrics metrics;

    RealPrometheusTests() {
        context.register(AddressRules.class, Endpoints.class, Prometheuses.class, Metrics.class);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Monitored.class, () -> monitored);
        context.refresh();
        metrics = context.getBean(Metrics.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void anExpressionHasItsValue() {
        assertThat(metrics.instant(environment, "label_replace(vector(42), \"a\", \"b\", \"\", \"\")"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.value()).isEqualTo(42);
                    assertThat(sample.labels()).containsEntry("a", "b");
                });
    }

    @Test
    void aRangeHasAValueForEachStep() {
        Instant end = Instant.now();
        assertThat(metrics.range(environment, "vector(1)", end.minusSeconds(60), end, Duration.ofSeconds(15)))
                .singleElement()
                .satisfies(series -> assertThat(series.points()).hasSize(5));
    }

    @Test
    void aRefusedExpressionSaysWhy() {
        assertThatThrownBy(() -> metrics.instant(environment, "up{"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("parse error");
    }

    @Test
    void itAnswers() {
        metrics.check(environment);
        assertThat(metrics.health(environment).answers()).isTrue();
    }
}

package dev.binnacle.portal.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MetricsTests {

    private final FaultServer server = new FaultServer();
    private final Monitored monitored = new Monitored().prometheus(server.url());
    private final Environment environment = monitored.environment();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Metrics metrics;

    MetricsTests() {
        context.register(AddressRules.class, Endpoints.class, Prometheuses.class, Metrics.class);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Monitored.class, () -> monitored);
        context.refresh();
        metrics = context.getBean(Metrics.class);
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    @Test
    void anInstantQueryReturnsItsSamples() {
        server.onJson("/api/v1/query", """
                {"status":"success","data":{"resultType":"vector","result":[
                  {"metric":{"pod":"a"},"value":[1700000000.5,"1.5"]},
                  {"metric":{"pod":"b"},"value":[1700000000.5,"NaN"]},
                  {"metric":{"pod":"c"},"histogram":[1700000000.5,{"count":"1"}]}]}}""");
        assertThat(metrics.instant(environment, "up")).hasSize(2).first().satisfies(sample -> {
            assertThat(sample.labels()).containsEntry("pod", "a");
            assertThat(sample.value()).isEqualTo(1.5);
            assertThat(sample.at()).isEqualTo(Instant.ofEpochMilli(1700000000500L));
        });
    }

    @Test
    void aRangeQueryReturnsItsSeries() {
        server.onJson("/api/v1/query_range", """
                {"status":"success","data":{"resultType":"matrix","result":[
                  {"metric":{"pod":"a"},"values":[[1700000000,"1"],[1700000060,"+Inf"]]}]}}""");
        Instant end = Instant.ofEpochSecond(1700000060);
        assertThat(metrics.range(environment, "up", end.minusSeconds(60), end, Duration.ofMinutes(1)))
                .singleElement()
                .extracting(Series::points)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Series.Point.class))
                .extracting(Series.Point::value)
                .containsExactly(1.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void nothingFoundIsEmpty() {
        server.onJson("/api/v1/query", "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        assertThat(metrics.instant(environment, "up")).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsMalformed() {
        server.onJson("/api/v1/query", "{\"data\":{\"result\":[{\"metric\":{},\"value\":[1,\"many\"]}]}}");
        assertThatThrownBy(() -> metrics.instant(environment, "up")).isInstanceOf(Unavailable.class);
    }

    @Test
    void healthTellsSinceWhenItFailsAndThatItRecovered() {
        server.onJson("/api/v1/status/buildinfo", "{\"status\":\"success\",\"data\":{\"version\":\"3.16.0\"}}");
        metrics.check(environment);
        assertThat(metrics.health(environment).answers()).isTrue();
        server.onAnything(500, "text/plain", "");
        server.on("/api/v1/status/buildinfo", 500, "text/plain", "");
        metrics.check(environment);
        Instant since = metrics.health(environment).failingSince();
        metrics.check(environment);
        assertThat(metrics.health(environment).failingSince()).isNotNull().isEqualTo(since);
        assertThat(metrics.health(environment).version()).isEqualTo("3.16.0");
        server.onJson("/api/v1/status/buildinfo", "{\"status\":\"success\",\"data\":{\"version\":\"3.16.1\"}}");
        metrics.check(environment);
        assertThat(metrics.health(environment).answers()).isTrue();
        assertThat(metrics.health(environment).version()).isEqualTo("3.16.1");
        assertThat(metrics.health(environment).problem()).isEmpty();
    }

    @Test
    void anEnvironmentWithoutPrometheusHasNoMetrics() {
        monitored.without();
        assertThatThrownBy(() -> metrics.instant(environment, "up")).isInstanceOf(NotFound.class);
    }
}

package dev.binnacle.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts verdicts and times requests, and answers with them in the text format of Prometheus. */
final class WebhookMetrics implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Counter allowed = verdicts("allowed");
    private final Counter warned = verdicts("warned");
    private final Counter refused = verdicts("refused");

    /** @param certificateEnd when the certificate in use ends, in seconds since 1970 */
    WebhookMetrics(String version, Supplier<Number> certificateEnd) {
        Gauge.builder("admission.info", () -> 1)
                .description("Always 1; names the deployed version")
                .tag("version", version)
                .register(registry);
        Gauge.builder("admission.certificate.expiry", certificateEnd)
                .description("When the certificate in use ends, since 1970")
                .baseUnit("seconds")
                .register(registry);
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private Counter verdicts(String verdict) {
        return Counter.builder("admission.reviews")
                .description("Objects that were judged")
                .tag("verdict", verdict)
                .register(registry);
    }

    void judged(Verdict verdict) {
        switch (verdict) {
            case Verdict.Allowed() -> allowed.increment();
            case Verdict.Warned(String ignored) -> warned.increment();
            case Verdict.Refused(String ignored) -> refused.increment();
        }
    }

    /** Records a request that was answered; {@code path} is one of a fixed few, never what a caller made up. */
    void answered(String path, int status, Duration taken) {
        Timer.builder("http.server.requests")
                .description("Time to answer a request")
                .tags("uri", path, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(taken);
    }

    Answer answer() {
        return new Answer(200, MEDIA_TYPE, registry.scrape());
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}

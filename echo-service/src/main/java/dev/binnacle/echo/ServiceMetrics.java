package dev.binnacle.echo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times requests, and answers with them in the text format of Prometheus. */
final class ServiceMetrics implements AutoCloseable {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    ServiceMetrics(Identity identity) {
        Gauge.builder("http.server.requests.in.flight", inFlight, AtomicInteger::get)
                .description("Requests being answered now")
                .register(registry);
        Gauge.builder("echo.info", () -> 1)
                .description("Always 1; names the deployed version")
                .tag("version", identity.version())
                .register(registry);
        Gauge.builder("process.resident.memory", ResidentMemory::bytes)
                .description("Memory of the process that is in RAM")
                .baseUnit("bytes")
                .register(registry);
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    void started() {
        inFlight.incrementAndGet();
    }

    /** Records a request that was answered; {@code path} is one of a fixed few, never what a caller made up. */
    void ended(String method, String path, int status, Duration taken) {
        inFlight.decrementAndGet();
        Timer.builder("http.server.requests")
                .description("Time to answer a request")
                .tags("method", method, "uri", path, "status", Integer.toString(status))
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

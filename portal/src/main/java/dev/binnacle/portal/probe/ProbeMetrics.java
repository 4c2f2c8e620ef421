package dev.binnacle.portal.probe;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last probe of each environment as metrics, the same from each replica: whether its line arrived, how long each
 * stage took, and when it began. An environment without a probe in the last day has none.
 */
@Component
class ProbeMetrics {

    private static final Logger log = LoggerFactory.getLogger(ProbeMetrics.class);

    private final Environments environments;
    private final ProbeRecords records;
    private final Clock clock;
    private final MultiGauge success;
    private final MultiGauge seconds;
    private final MultiGauge started;

    ProbeMetrics(Environments environments, ProbeRecords records, Clock clock, MeterRegistry meters) {
        this.environments = environments;
        this.records = records;
        this.clock = clock;
        success = MultiGauge.builder("binnacle.pipeline.probe.success")
                .description("1 where the line of the last probe arrived, 0 where it did not")
                .register(meters);
        seconds = MultiGauge.builder("binnacle.pipeline.probe.seconds")
                .description("How long the last probe took to reach a stage")
                .register(meters);
        started = MultiGauge.builder("binnacle.pipeline.probe.started.timestamp.seconds")
                .description("When the last probe began")
                .register(meters);
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 10_000)
    void refresh() {
        List<MultiGauge.Row<?>> successes = new ArrayList<>();
        List<MultiGauge.Row<?>> stages = new ArrayList<>();
        List<MultiGauge.Row<?>> starts = new ArrayList<>();
        Instant since = clock.instant().minus(ProbeView.SHOWN);
        try {
            for (Environment environment : environments.all()) {
                Tags tags = Tags.of("environment", environment.name());
                records.lastEnded(environment.id(), since).ifPresent(probe -> {
                    successes.add(MultiGauge.Row.of(tags, probe.succeeded() ? 1 : 0));
                    starts.add(MultiGauge.Row.of(tags, probe.startedAt().toEpochMilli() / 1000.0));
                    probe.reached()
                            .forEach((stage, after) -> stages.add(
                                    MultiGauge.Row.of(tags.and("stage", stage.token()), after.toMillis() / 1000.0)));
                });
            }
        } catch (DataAccessException unreachable) {
            log.warn("The metrics of the probes are those of before", unreachable);
            return;
        }
        success.register(successes, true);
        seconds.register(stages, true);
        started.register(starts, true);
    }
}

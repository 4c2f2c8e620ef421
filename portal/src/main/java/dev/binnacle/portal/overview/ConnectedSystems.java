package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Alerts;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Logs;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.PrometheusHealth;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Whether the systems of an environment answer. Prometheus and Elasticsearch are asked at the same time; whichever takes
 * longer than a second and a half is said not to answer, and its call ends by its own bounds.
 */
@Service
class ConnectedSystems {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Clusters clusters;
    private final Metrics metrics;
    private final Alerts alerts;
    private final Logs logs;
    private final Times times;
    private final Clock clock;

    ConnectedSystems(Clusters clusters, Metrics metrics, Alerts alerts, Logs logs, Times times, Clock clock) {
        this.clusters = clusters;
        this.metrics = metrics;
        this.alerts = alerts;
        this.logs = logs;
        this.times = times;
        this.clock = clock;
    }

    /** A system and whether it answers. */
    record Answer(Status status, String words) {}

    List<Answer> of(Environment environment) {
        CompletableFuture<Answer> prometheus =
                asked(() -> prometheus(environment), "Prometheus, no answer within 1.5 s");
        CompletableFuture<Answer> elasticsearch =
                asked(() -> elasticsearch(environment), "Elasticsearch, no answer within 1.5 s");
        return List.of(cluster(environment), prometheus.join(), alertmanager(environment), elasticsearch.join());
    }

    private CompletableFuture<Answer> asked(Supplier<Answer> question, String slow) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread)
                .completeOnTimeout(new Answer(Status.CRITICAL, slow), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Answer cluster(Environment environment) {
        Freshness freshness = clusters.model(environment).freshness();
        if (!freshness.live()) {
            return new Answer(Status.UNKNOWN, freshness.synced() ? "Cluster, not live" : "Cluster, not read yet");
        }
        return freshness.forbidden().isEmpty()
                ? new Answer(Status.OK, "Cluster " + freshness.version())
                : new Answer(Status.WARNING, "Cluster " + freshness.version() + ", forbids some kinds");
    }

    private Answer prometheus(Environment environment) {
        metrics.check(environment);
        PrometheusHealth health = metrics.health(environment);
        if (!health.configured()) {
            return new Answer(Status.UNKNOWN, "Prometheus, none set up");
        }
        return health.failingSince() == null
                ? new Answer(Status.OK, "Prometheus " + health.version())
                : new Answer(Status.CRITICAL, "Prometheus, no answer since " + times.at(health.failingSince()));
    }

    private Answer alertmanager(Environment environment) {
        if (environment.alertmanagers().isEmpty()) {
            return new Answer(Status.UNKNOWN, "Alertmanager, none set up");
        }
        return alerts.current(environment)
                ? new Answer(Status.OK, "Alertmanager")
                : new Answer(Status.CRITICAL, "Alertmanager, no answer");
    }

    private Answer elasticsearch(Environment environment) {
        if (environment.elasticsearch() == null) {
            return new Answer(Status.UNKNOWN, "Elasticsearch, none set up");
        }
        try {
            return logs.newest(environment)
                    .map(newest -> new Answer(
                            Status.OK,
                            "Elasticsearch, newest line " + times.length(Duration.between(newest, clock.instant()))
                                    + " old"))
                    .orElseGet(() -> new Answer(Status.WARNING, "Elasticsearch, no line within a day"));
        } catch (Problem problem) {
            return new Answer(Status.CRITICAL, "Elasticsearch, no answer");
        }
    }
}

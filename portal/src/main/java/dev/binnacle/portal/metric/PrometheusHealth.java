package dev.binnacle.portal.metric;

import dev.binnacle.portal.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment's Prometheus.
 *
 * @param configured whether the environment names one
 * @param version empty while it is not known
 * @param failingSince when the first of the calls failed that have failed ever since; null while it answers
 * @param problem what it does instead of answering; empty while it answers
 * @param outdatedSince of when the configuration is that it runs with because it could not load a newer one; null where it
 *     could, or where that is not known
 * @param ahead how far its clock is ahead of the portal's, give or take a second
 */
public record PrometheusHealth(
        boolean configured,
        String version,
        @Nullable Instant failingSince,
        String problem,
        @Nullable Instant outdatedSince,
        Duration ahead) {

    static final PrometheusHealth ABSENT = new PrometheusHealth(false, "", null, "", null, Duration.ZERO);

    static PrometheusHealth of(String version, @Nullable Instant outdatedSince, Duration ahead) {
        return new PrometheusHealth(true, version, null, "", outdatedSince, ahead);
    }

    PrometheusHealth answered() {
        return of(version, outdatedSince, ahead);
    }

    PrometheusHealth failed(Problem what, Instant at) {
        return new PrometheusHealth(
                true, version, failingSince == null ? at : failingSince, what.sentence(), outdatedSince, ahead);
    }

    /** @return whether there is one and its last call was answered */
    public boolean answers() {
        return configured && failingSince == null;
    }
}

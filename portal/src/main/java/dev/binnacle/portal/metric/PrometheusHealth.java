package dev.binnacle.portal.metric;

import dev.binnacle.portal.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment's Prometheus.
 *
 * @param configured whether the environment names one
 * @param version empty while it is not known
 * @param failingSince when the first of the calls failed that have failed ever since; null while it answers
 * @param problem what it does instead of answering; empty while it answers
 */
public record PrometheusHealth(
        boolean configured, String version, @Nullable Instant failingSince, String problem) {

    static final PrometheusHealth ABSENT = new PrometheusHealth(false, "", null, "");

    static PrometheusHealth of(String version) {
        return new PrometheusHealth(true, version, null, "");
    }

    PrometheusHealth answered() {
        return of(version);
    }

    PrometheusHealth failed(Problem what, Instant at) {
        return new PrometheusHealth(true, version, failingSince == null ? at : failingSince, what.sentence());
    }

    /** @return whether there is one and its last call was answered */
    public boolean answers() {
        return configured && failingSince == null;
    }
}

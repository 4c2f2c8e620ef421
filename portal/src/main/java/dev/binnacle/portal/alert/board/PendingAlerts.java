package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.Sample;
import dev.binnacle.portal.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Alerts whose expression holds, but not yet for as long as their rule asks for. Only Prometheus knows of them. */
@Component
class PendingAlerts {

    /**
     * The value of ALERTS_FOR_STATE is when the expression began to hold, in seconds since 1970; see the <a
     * href="https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#inspecting-alerts-during-runtime">
     * documentation</a> of both series.
     */
    private static final String EXPRESSION = "ALERTS_FOR_STATE and ignoring(alertstate) ALERTS{alertstate=\"pending\"}";

    private final Metrics metrics;

    PendingAlerts(Metrics metrics) {
        this.metrics = metrics;
    }

    /** @return one group for each rule; none where Prometheus does not answer, which its health then says */
    List<AlertGroup> groups(Environment environment) {
        if (environment.prometheus() == null) {
            return List.of();
        }
        try {
            return metrics.instant(environment, EXPRESSION).stream()
                    .map(PendingAlerts::alert)
                    .collect(Collectors.groupingBy(Alert::name, TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .map(rule -> new AlertGroup("", Map.of("alertname", rule.getKey()), rule.getValue()))
                    .toList();
        } catch (Problem seen) {
            return List.of();
        }
    }

    /** @return what stands for the fingerprint of a pending alert, which no Alertmanager has given one yet */
    static String identity(Map<String, String> labels) {
        return "pending-" + Integer.toHexString(labels.hashCode());
    }

    private static Alert alert(Sample sample) {
        Map<String, String> labels = new TreeMap<>(sample.labels());
        labels.remove("__name__");
        return new Alert(
                identity(labels),
                labels,
                Map.of(),
                Instant.ofEpochSecond((long) sample.value()),
                "",
                AlertState.PENDING,
                List.of(),
                List.of());
    }
}

package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.Alerts;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Marks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Marks beside log lines when the alerts that fire now began to. */
@Component
class AlertMarks implements Marks {

    private final Alerts alerts;

    AlertMarks(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Mark> between(Environment environment, String workload, Instant from, Instant to) {
        String[] parts = workload.split("/", -1);
        List<Alert> concerned = parts.length == 3
                ? alerts.ofWorkload(environment, parts[1], parts[0], parts[2])
                : alerts.firing(environment);
        return concerned.stream()
                .filter(alert ->
                        !alert.startsAt().isBefore(from) && alert.startsAt().isBefore(to))
                .sorted(Comparator.comparing(Alert::startsAt).reversed())
                .limit(MOST)
                .map(alert -> new Mark(
                        alert.startsAt(), alert.severity().status(), "alerts", label(alert), link(environment, alert)))
                .toList();
    }

    private static String label(Alert alert) {
        return alert.page()
                .map(page -> alert.name() + " fires: " + page.label())
                .orElse(alert.name() + " fires");
    }

    private static String link(Environment environment, Alert alert) {
        String filter = "alertname=\"" + alert.name().replaceAll("[\\\\\"]", "\\\\$0") + "\"";
        return "/environments/" + environment.name() + "/alerts?filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}

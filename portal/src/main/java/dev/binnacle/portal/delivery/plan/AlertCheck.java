package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.Alerts;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Does an alert of the workload fire? */
@Component
@Order(4)
class AlertCheck implements PreflightCheck {
    private final Alerts alerts;

    AlertCheck(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Check> check(Situation situation) {
        WorkloadKey key = situation.request().workload();
        List<String> firing =
                alerts
                        .ofWorkload(
                                situation.environment(),
                                key.namespace(),
                                key.kind().kind(),
                                key.name())
                        .stream()
                        .filter(alert -> alert.state() == AlertState.FIRING)
                        .map(Alert::name)
                        .distinct()
                        .limit(3)
                        .toList();
        if (!firing.isEmpty()) {
            return List.of(
                    Check.warn(String.join(", ", firing) + (firing.size() == 1 ? " fires" : " fire") + " for it now."));
        }
        if (situation.environment().alertmanagers().isEmpty()) {
            return List.of(Check.unknown("Whether an alert fires: the environment has no Alertmanager."));
        }
        return List.of(
                alerts.current(situation.environment())
                        ? Check.go("No alert of it fires.")
                        : Check.unknown("Whether an alert fires: Alertmanager does not answer."));
    }
}

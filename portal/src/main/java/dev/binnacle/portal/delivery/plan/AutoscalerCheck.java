package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Would an autoscaler set another number of pods again? */
@Component
@Order(7)
class AutoscalerCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        if (!(situation.request().change() instanceof Change.Scale(var replicas))) {
            return List.of();
        }
        var key = situation.workload().key();
        return situation.model().autoscalers().stream()
                .filter(scaler -> scaler.namespace().equals(key.namespace())
                        && scaler.targetKind().equals(key.kind().kind())
                        && scaler.target().equals(key.name()))
                .map(scaler -> says(scaler, replicas))
                .toList();
    }

    private static Check says(Autoscaler scaler, int replicas) {
        return replicas == 0
                ? Check.warn("With 0 pods the autoscaler " + scaler.name() + " stops until somebody scales up again.")
                : Check.warn("The autoscaler " + scaler.name() + " keeps " + scaler.min() + " to " + scaler.max()
                        + " pods and will set its own number again.");
    }
}

package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Is the workload well, and at rest, before it is touched? */
@Component
@Order(2)
class HealthCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        Workload workload = situation.workload();
        if (workload.paused()
                && (situation.request().change().replacesPods()
                        || situation.request().change() instanceof Change.Pause)) {
            return List.of(Check.block("Its rollouts are paused: resume them first."));
        }
        if (workload.observedGeneration() < workload.generation() || workload.updated() < workload.desired()) {
            return List.of(Check.warn("A rollout is in progress: " + workload.updated() + " of " + workload.desired()
                    + " pods are of the current revision. This change would take its place."));
        }
        if (workload.available() < workload.desired()) {
            return List.of(Check.warn("Only " + workload.available() + " of " + workload.desired()
                    + " pods are available now, before the change."));
        }
        return List.of(Check.go("All " + workload.desired() + " pods are available, and no rollout is in progress."));
    }
}

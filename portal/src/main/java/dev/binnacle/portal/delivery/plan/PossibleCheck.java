package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.Request;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Can this kind of workload be changed so? */
@Component
@Order(0)
class PossibleCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        Request request = situation.request();
        String kind = request.workload().kind().kind();
        if (!Patch.possible(request.change(), request.workload().kind())) {
            return List.of(
                    Check.block("A " + kind + " has no " + request.change().kind() + "."));
        }
        if (request.change().replacesPods() && situation.workload().strategy().equals("OnDelete")) {
            return List.of(Check.block("Its update strategy is OnDelete: pods are replaced only when somebody deletes"
                    + " them, so a rollout would never end."));
        }
        if (request.change() instanceof Change.NewImage image
                && situation.workload().containers().stream()
                        .noneMatch(present -> present.name().equals(image.container()))) {
            return List.of(Check.block("It has no container " + image.container() + "."));
        }
        return List.of();
    }
}

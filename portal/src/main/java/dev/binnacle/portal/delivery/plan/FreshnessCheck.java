package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Are the other answers about now? */
@Component
@Order(8)
class FreshnessCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        return situation.model().freshness().live()
                ? List.of()
                : List.of(Check.warn("What is known of the cluster may be old: the answers above are from before."));
    }
}

package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;

/** One question that is asked before an operation. Answers at once, from memory or the database. */
interface PreflightCheck {
    /** @return the answer; none where the question does not arise for this change */
    List<Check> check(Situation situation);
}

package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Request;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Is another operation in progress on the workload? */
@Component
@Order(1)
class HeldCheck implements PreflightCheck {
    private final OperationRows operations;

    HeldCheck(OperationRows operations) {
        this.operations = operations;
    }

    @Override
    public List<Check> check(Situation situation) {
        return check(situation.request());
    }

    List<Check> check(Request request) {
        return operations
                .inProgress(request.environmentId(), request.workload())
                .filter(other -> !other.request().id().equals(request.id()))
                .map(other -> Check.block("Operation " + other.number() + " of "
                        + other.request().account() + " is in progress: "
                        + other.request().says() + ". One at a time."))
                .map(List::of)
                .orElseGet(() -> List.of(Check.go(
                        "No other operation holds " + request.workload().name() + ".")));
    }
}

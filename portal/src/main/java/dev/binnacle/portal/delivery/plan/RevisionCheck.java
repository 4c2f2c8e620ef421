package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Does the revision of a rollback still exist? */
@Component
@Order(3)
class RevisionCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        if (!(situation.request().change() instanceof Change.RollBack(var number))) {
            return List.of();
        }
        if (number == situation.workload().revision()) {
            return List.of(Check.block("Revision " + number + " is the current one."));
        }
        return situation.model().revisions(situation.request().workload()).stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .map(RevisionCheck::found)
                .orElseGet(() -> List.of(Check.block("Revision " + number + " does not exist any more.")));
    }

    private static List<Check> found(Revision revision) {
        return List.of(Check.go(
                "Revision " + revision.number() + " still exists: " + String.join(", ", revision.images()) + "."));
    }
}

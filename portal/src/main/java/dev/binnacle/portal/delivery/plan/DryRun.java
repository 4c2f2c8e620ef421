package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.DiffLine;
import java.util.List;

/** What the API server's dry run means for the preflight. */
final class DryRun {

    private DryRun() {}

    static Check check(Answer answer, List<DiffLine> difference) {
        return switch (answer) {
            case Answer.Accepted _ ->
                difference.isEmpty()
                        ? Check.block("Nothing would change: it is so already.")
                        : Check.go("The API server accepted it as a dry run.");
            case Answer.Refused(var says) -> Check.block(says);
            case Answer.Outdated _ -> Check.block("It was changed at this very moment. Plan again.");
            case Answer.Gone _ -> Check.block("It was deleted at this very moment.");
        };
    }
}

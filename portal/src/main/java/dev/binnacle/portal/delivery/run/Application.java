package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Applied;
import dev.binnacle.portal.delivery.operation.Outcome;

/** What came of trying to write an operation's change. */
sealed interface Application {
    /** @param before whether an earlier attempt had written it already */
    record Written(Applied applied, boolean before) implements Application {}

    /** The object changed in between, in a part that this operation leaves alone. */
    record Again() implements Application {}

    record Impossible(Outcome.Failed outcome) implements Application {}
}

package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one Alertmanager is, and what it said when it last answered.
 *
 * @param last null before its first answer
 * @param failingSince null while it answers
 */
record MemberState(
        String address, @Nullable Reading last, @Nullable Instant failingSince, String problem) {

    MemberState answered(Reading reading) {
        return new MemberState(address, reading, null, "");
    }

    MemberState failed(Problem what, Instant at) {
        return new MemberState(address, last, failingSince == null ? at : failingSince, what.sentence());
    }

    boolean answers() {
        return last != null && failingSince == null;
    }
}

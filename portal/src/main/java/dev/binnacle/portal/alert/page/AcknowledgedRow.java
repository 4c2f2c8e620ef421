package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.web.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an alert, as its row says it.
 *
 * @param holds false where it was acknowledged when it fired before
 * @param end the address that ends it; empty where it does not hold
 */
record AcknowledgedRow(String says, boolean holds, String end) {

    /** @return null where nobody did, or not lately */
    static @Nullable AcknowledgedRow of(View view, @Nullable Acknowledgement known, Instant now, Times times) {
        if (known == null) {
            return null;
        }
        Instant ended = known.endedAt();
        String note = known.note().isEmpty() ? "." : ": “" + Text.line(known.note()) + "”";
        String who = Text.label(known.account());
        if (!known.holds(now)) {
            Instant until = ended == null ? known.until() : ended;
            String end = until == null ? "" : ", until " + times.at(until) + " UTC";
            return new AcknowledgedRow("Was acknowledged by " + who + " before" + end + note, false, "");
        }
        String assigned = known.assignee().equals(known.account()) ? "" : " for " + Text.label(known.assignee());
        String until = known.until() == null ? "" : ", until " + times.at(known.until()) + " UTC";
        return new AcknowledgedRow(
                "Acknowledged by " + who + assigned + " at " + times.at(known.at()) + " UTC" + until + note,
                true,
                view.root() + "/acknowledgements/" + known.id() + "/end");
    }
}

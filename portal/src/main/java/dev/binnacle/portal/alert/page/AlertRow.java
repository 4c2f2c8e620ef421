package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a row of its group.
 *
 * @param says what its rule says of it in one line
 * @param details further lines of it
 * @param state "Firing", "Silenced"
 * @param labels those that the group does not share
 * @param quiet why nobody is told of it
 * @param acknowledged who looks after it; null where nobody does
 * @param acknowledging the address of the form for that; empty where no Alertmanager knows of it yet
 * @param story the address of all that is known of it
 * @param links away from the page; only http and https
 */
record AlertRow(
        Status status,
        String says,
        List<String> details,
        String state,
        Instant since,
        List<LabelLink> labels,
        List<String> quiet,
        @Nullable AcknowledgedRow acknowledged,
        String acknowledging,
        String story,
        List<Link> links,
        String silencing) {

    record Link(String label, String address) {}
}

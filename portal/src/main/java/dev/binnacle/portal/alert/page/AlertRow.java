package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;

/**
 * An alert as a row of its group.
 *
 * @param says what its rule says of it in one line
 * @param details further lines of it
 * @param state "Firing", "Silenced"
 * @param labels those that the group does not share
 * @param quiet why nobody is told of it
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
        List<Link> links,
        String silencing) {

    record Link(String label, String address) {}
}

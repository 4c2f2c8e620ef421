package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.util.List;

/**
 * The page of a tail, as its template shows it.
 *
 * @param what is followed, in words
 * @param search the same search on the log page
 * @param lines the address of the lines since the tail began
 */
record TailView(String environment, String what, List<FilterPill> filters, String search, String lines, Instant since) {

    static TailView of(Environment environment, Asked asked, Instant now) {
        String pods = WorkloadName.read(asked.workload())
                .map(workload -> " of " + workload.kind() + " " + workload.namespace() + "/" + workload.name())
                .orElse("");
        return new TailView(
                environment.name(),
                (asked.query().isEmpty() ? "Every line" + pods : "Lines" + pods + " that match " + asked.query()),
                FilterPill.of(environment.name(), asked),
                asked.link(environment.name()),
                asked.linkTo(environment.name(), "/tail/lines"),
                now);
    }
}

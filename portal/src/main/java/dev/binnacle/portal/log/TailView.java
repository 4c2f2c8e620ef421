package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.ReadableText;
import dev.binnacle.portal.web.Zones;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a tail, as its template shows it.
 *
 * @param what is followed, in words
 * @param zone what a column of times says of its zone
 * @param table how the lines are listed
 * @param search the same search on the log page
 * @param direct the same pods' logs as their kubelets have them; null where it is not of one workload
 * @param lines the address of the lines that came
 * @param most how many lines come at once, and {@code mostMissed} after a pause
 */
record TailView(
        String environment,
        String what,
        List<FilterPill> filters,
        String zone,
        LineTable table,
        String search,
        @Nullable String direct,
        String lines,
        Instant since,
        int most,
        int mostMissed) {

    static TailView of(Environment environment, Asked asked, Instant now) {
        String pods = WorkloadName.read(asked.workload())
                .map(workload -> " of " + workload.kind() + " " + workload.namespace() + "/" + workload.name())
                .orElse("");
        return new TailView(
                environment.name(),
                (asked.query().isEmpty()
                        ? "Every line" + pods
                        : "Lines" + pods + " that match " + ReadableText.of(asked.query())),
                FilterPill.of(environment.name(), asked),
                Zones.place(ReadersZone.of(asked)),
                LineTable.of(environment.name(), asked, "/tail"),
                asked.link(environment.name()),
                WorkloadName.read(asked.workload())
                        .map(of -> Links.path(
                                "environments",
                                environment.name(),
                                "workloads",
                                of.namespace(),
                                of.kind(),
                                of.name(),
                                "log"))
                        .orElse(null),
                asked.linkTo(environment.name(), "/tail/lines"),
                now,
                Tailing.MOST,
                Tailing.MOST_MISSED);
    }
}

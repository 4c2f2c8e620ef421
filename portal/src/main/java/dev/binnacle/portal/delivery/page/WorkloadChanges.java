package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.alert.Changes;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.observed.ObservedChange;
import dev.binnacle.portal.delivery.observed.ObservedChanges;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Operations and observed changes, for a review of alerts. */
@Component
class WorkloadChanges implements Changes {

    private final OperationLists operations;
    private final ObservedChanges observed;

    WorkloadChanges(OperationLists operations, ObservedChanges observed) {
        this.operations = operations;
        this.observed = observed;
    }

    @Override
    public List<Change> between(Environment environment, Instant from, Instant to) {
        Stream<Change> asked = operations.between(environment.name(), null, from, to, MOST).stream()
                .map(brief -> new Change(
                        brief.askedAt(),
                        brief.workload().namespace(),
                        brief.workload().name(),
                        brief.number() + " " + brief.title(),
                        "/environments/" + environment.name() + "/operations/" + brief.number()));
        Stream<Change> seen =
                observed.between(environment, null, from, to, MOST).stream().map(change -> of(environment, change));
        return Stream.concat(asked, seen)
                .sorted(Comparator.comparing(Change::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Change of(Environment environment, ObservedChange change) {
        WorkloadKey workload = change.workload();
        return new Change(
                change.at(),
                workload.namespace(),
                workload.name(),
                change.manager() + ": " + change.says(),
                "/environments/%s/workloads/%s/%s/%s"
                        .formatted(
                                environment.name(),
                                workload.namespace(),
                                workload.kind().token(),
                                workload.name()));
    }
}

package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.observed.ObservedChange;
import dev.binnacle.portal.delivery.observed.ObservedChanges;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Marks;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks operations and observed changes beside log lines. */
@Component
class DeliveryMarks implements Marks {

    private final OperationLists operations;
    private final ObservedChanges observed;

    DeliveryMarks(OperationLists operations, ObservedChanges observed) {
        this.operations = operations;
        this.observed = observed;
    }

    @Override
    public List<Mark> between(Environment environment, String workload, Instant from, Instant to) {
        return between(environment, key(workload).orElse(null), from, to);
    }

    /** As the other, with the workload itself; null for all. */
    List<Mark> between(Environment environment, @Nullable WorkloadKey workload, Instant from, Instant to) {
        Stream<Mark> asked = operations.between(environment.name(), workload, from, to, MOST).stream()
                .map(brief -> new Mark(
                        brief.askedAt(),
                        brief.status(),
                        "operation",
                        brief.number() + " " + brief.title(),
                        "/environments/" + environment.name() + "/operations/" + brief.number()));
        Stream<Mark> seen = observed.between(environment, workload, from, to, MOST).stream()
                .map(change -> mark(environment, change));
        return Stream.concat(asked, seen).toList();
    }

    private static Mark mark(Environment environment, ObservedChange change) {
        WorkloadKey workload = change.workload();
        return new Mark(
                change.at(),
                change.outcome().status(),
                "change",
                change.manager() + ": " + change.says(),
                "/environments/%s/workloads/%s/%s/%s"
                        .formatted(
                                environment.name(),
                                workload.namespace(),
                                workload.kind().token(),
                                workload.name()));
    }

    private static Optional<WorkloadKey> key(String workload) {
        String[] parts = workload.split("/", -1);
        return parts.length != 3
                ? Optional.empty()
                : Arrays.stream(WorkloadKind.values())
                        .filter(kind -> kind.token().equals(parts[0]))
                        .findFirst()
                        .map(kind -> new WorkloadKey(kind, parts[1], parts[2]));
    }
}

package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Applied;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.Outcome.Cause;
import dev.binnacle.portal.delivery.plan.Mark;
import dev.binnacle.portal.delivery.plan.WorkloadObjects;
import dev.binnacle.portal.environment.Environment;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looks at the cluster for an operation whose change was written. */
@Component
class Lookout {
    private final Clusters clusters;
    private final WorkloadObjects objects;

    Lookout(Clusters clusters, WorkloadObjects objects) {
        this.clusters = clusters;
        this.objects = objects;
    }

    /** @throws dev.binnacle.portal.problem.Unavailable where the API server had to be asked and did not answer */
    Look look(Environment environment, Operation operation, Applied applied) {
        ClusterModel model = clusters.model(environment);
        if (!model.freshness().live()) {
            return new Look.Ailing(
                    applied,
                    "",
                    new Symptom(
                            Cause.UNREACHABLE,
                            "The cluster cannot be watched.",
                            model.freshness().problem()));
        }
        Optional<Workload> seen = model.workload(operation.request().workload());
        boolean same = seen.isPresent() && seen.get().uid().equals(applied.uid());
        if (same && seen.get().generation() <= applied.generation()) {
            return judge(model, seen.get(), operation, applied);
        }
        Optional<JsonNode> live = objects.read(environment, operation.request().workload());
        if (live.isEmpty() || !live.get().at("/metadata/uid").asString("").equals(applied.uid())) {
            return new Look.Over(new Symptom(
                    Cause.DELETED,
                    "The " + operation.request().workload() + " was deleted while its rollout went on.",
                    live.isEmpty() ? "" : "It has been made anew since, by somebody else."));
        }
        if (!Mark.of(operation.request().change(), live.get()).equals(applied.mark())) {
            return new Look.Over(new Symptom(
                    Cause.SUPERSEDED,
                    "It was changed again by " + FieldManagers.lastOf(live.get()) + ", before this rollout was over.",
                    "What runs now is what that change asks for."));
        }
        Applied later = applied.seen(live.get().at("/metadata/generation").asLong(applied.generation()));
        return same ? judge(model, seen.get(), operation, later) : new Look.Moving(later, "");
    }

    private static Look judge(ClusterModel model, Workload workload, Operation operation, Applied applied) {
        Pods pods = Pods.of(model, workload, operation.request().change());
        return switch (Rollout.of(workload, applied.generation())) {
            case UNSEEN -> new Look.Moving(applied, "");
            case COMPLETE -> new Look.Complete(applied, pods.says());
            case DEADLINE_EXCEEDED ->
                new Look.Over(Symptoms.of(workload, pods)
                        .orElseGet(() -> new Symptom(
                                Cause.DEADLINE_EXCEEDED,
                                "It made no progress within its own deadline.",
                                pods.says() + ".")));
            case MOVING ->
                Symptoms.of(workload, pods)
                        .<Look>map(symptom -> new Look.Ailing(applied, pods.says(), symptom))
                        .orElseGet(() -> new Look.Moving(applied, pods.says()));
        };
    }
}

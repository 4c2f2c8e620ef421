package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.plan.Planner;
import dev.binnacle.portal.delivery.run.Deliveries;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a plan from what was asked. */
@Component
class PlanPages {
    private final Clusters clusters;
    private final Planner planner;
    private final Permissions permissions;
    private final Clock clock;

    PlanPages(Clusters clusters, Planner planner, Permissions permissions, Clock clock) {
        this.clusters = clusters;
        this.planner = planner;
        this.permissions = permissions;
        this.clock = clock;
    }

    PlanView planned(Environment environment, AskedChange asked) {
        UUID id = UUID.randomUUID();
        Optional<Request> request = request(environment, asked, id, "");
        return view(
                environment,
                asked,
                id,
                request.map(complete -> planner.plan(environment, complete)).orElse(null),
                "",
                "");
    }

    /** @return what is asked for; empty where something is still to be filled in */
    Optional<Request> request(Environment environment, AskedChange asked, UUID id, String reason) {
        if (!environment.covers(asked.key().namespace())) {
            throw new NotFound(
                    "The namespace " + asked.key().namespace() + " is not in the scope of " + environment.name() + ".");
        }
        return asked.change(clock.instant())
                .map(change -> new Request(
                        new OperationId(id),
                        environment.id(),
                        environment.name(),
                        asked.key(),
                        change,
                        permissions.account(),
                        reason));
    }

    PlanView view(
            Environment environment, AskedChange asked, UUID id, @Nullable Plan plan, String reason, String says) {
        var model = clusters.model(environment);
        Optional<Workload> workload = model.workload(asked.key());
        @Nullable
        Change change =
                asked.change(plan == null ? clock.instant() : plan.madeAt()).orElse(null);
        return new PlanView(
                environment.name(),
                asked.key(),
                asked,
                change,
                plan,
                workload.map(Workload::containers).orElseGet(List::of),
                model.revisions(asked.key()).stream()
                        .filter(revision -> revision.number()
                                != workload.map(Workload::revision).orElse(0L))
                        .toList(),
                workload.map(Workload::desired).orElse(0),
                change != null && Deliveries.asksForReason(environment, change),
                environment.tier() == Tier.PRODUCTION,
                reason,
                id,
                says);
    }
}

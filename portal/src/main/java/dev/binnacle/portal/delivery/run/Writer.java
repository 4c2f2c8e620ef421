package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Applied;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Outcome.Cause;
import dev.binnacle.portal.delivery.plan.Answer;
import dev.binnacle.portal.delivery.plan.EchoObjects;
import dev.binnacle.portal.delivery.plan.Mark;
import dev.binnacle.portal.delivery.plan.Patch;
import dev.binnacle.portal.delivery.plan.Planner;
import dev.binnacle.portal.delivery.plan.WorkloadObjects;
import dev.binnacle.portal.environment.Environment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes an operation's change exactly once, however often it is asked to: the object itself says which operation
 * changed it last, and the patch is bound to the version of the object that was looked at.
 */
@Component
class Writer {
    private final WorkloadObjects objects;
    private final Planner planner;
    private final EchoObjects echo;
    private final Clock clock;

    Writer(WorkloadObjects objects, Planner planner, EchoObjects echo, Clock clock) {
        this.objects = objects;
        this.planner = planner;
        this.echo = echo;
        this.clock = clock;
    }

    /** @throws dev.binnacle.portal.problem.Unavailable where it is not known whether it was written: ask again */
    Application write(Environment environment, Operation operation) {
        var request = operation.request();
        Optional<JsonNode> found = objects.read(environment, request.workload());
        if (request.change() instanceof Change.DeployEcho
                && found.filter(live -> Patch.applied(request.id(), live)).isEmpty()) {
            return deployed(environment, operation, found.orElse(null));
        }
        if (found.isEmpty()) {
            return deleted(operation);
        }
        JsonNode live = found.get();
        if (Patch.applied(request.id(), live)) {
            return new Application.Written(applied(operation, live), true);
        }
        if (!Mark.of(request.change(), live).equals(operation.plan().base())) {
            return impossible(
                    Cause.SUPERSEDED,
                    "It was changed by " + FieldManagers.lastOf(live) + ", after the plan was made.",
                    "Nothing of this operation was applied. Make a new plan.");
        }
        Optional<JsonNode> patch = planner.patch(environment, request, live);
        if (patch.isEmpty()) {
            return impossible(Cause.DELETED, "The revision to go back to was deleted.", "Nothing was changed.");
        }
        return application(operation, objects.patch(environment, request.workload(), patch.get(), false));
    }

    private Application deployed(Environment environment, Operation operation, @Nullable JsonNode live) {
        if (!EchoObjects.base(operation.request(), live).equals(operation.plan().base())) {
            return impossible(
                    Cause.SUPERSEDED,
                    "Somebody else deployed or changed it after the plan was made.",
                    "Nothing of this operation was applied. Make a new plan.");
        }
        return application(operation, echo.write(environment, operation.request()));
    }

    private Application application(Operation operation, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var after) -> new Application.Written(applied(operation, after), false);
            case Answer.Refused(var says) -> impossible(Cause.REFUSED, says, "Nothing was changed.");
            case Answer.Outdated _ -> new Application.Again();
            case Answer.Gone _ -> deleted(operation);
        };
    }

    private Applied applied(Operation operation, JsonNode workload) {
        return new Applied(
                workload.at("/metadata/uid").asString(""),
                workload.at("/metadata/generation").asLong(0),
                Mark.of(operation.request().change(), workload),
                clock.instant());
    }

    private static Application deleted(Operation operation) {
        return impossible(
                Cause.DELETED,
                "The " + operation.request().workload() + " was deleted before the change.",
                "Nothing was changed.");
    }

    private static Application impossible(Cause cause, String says, String because) {
        return new Application.Impossible(new Outcome.Failed(cause, says, because, List.of()));
    }
}

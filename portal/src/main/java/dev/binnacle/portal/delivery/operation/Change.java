package dev.binnacle.portal.delivery.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What an operation asks of a workload. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Change {

    /**
     * Every pod anew from the same template, as {@code kubectl rollout restart} does.
     *
     * @param at what the template's annotation will say; fixed with the plan, so that plan and write are the same
     */
    record Restart(Instant at) implements Change {}

    /** Another image for one container. */
    record NewImage(String container, String image) implements Change {}

    /** The pod template of a former revision, as {@code kubectl rollout undo} restores it. */
    record RollBack(long revision) implements Change {}

    record Scale(int replicas) implements Change {}

    /** Stops a Deployment from rolling out further changes. */
    record Pause() implements Change {}

    record Resume() implements Change {}

    /** The bundled echo service, from its chart. */
    record DeployEcho() implements Change {}

    /** @return the word in addresses, filters and the table */
    default String kind() {
        return switch (this) {
            case Restart _ -> "redeploy";
            case NewImage _ -> "deploy";
            case RollBack _ -> "rollback";
            case Scale _ -> "scale";
            case Pause _ -> "pause";
            case Resume _ -> "resume";
            case DeployEcho _ -> "deploy-echo";
        };
    }

    /** @return what it does, with the workload's name: "Roll back echo to revision 17" */
    default String says(String workload) {
        return switch (this) {
            case Restart _ -> "Redeploy " + workload;
            case NewImage(var container, var image) ->
                "Deploy " + workload + " with " + image.substring(image.lastIndexOf('/') + 1)
                        + (container.equals(workload) ? "" : " in " + container);
            case RollBack(var revision) -> "Roll back " + workload + " to revision " + revision;
            case Scale(var replicas) -> "Scale " + workload + " to " + replicas;
            case Pause _ -> "Pause the rollouts of " + workload;
            case Resume _ -> "Resume the rollouts of " + workload;
            case DeployEcho _ -> "Deploy the echo service as " + workload;
        };
    }

    /** @return whether it replaces the pod template, and with it the pods */
    default boolean replacesPods() {
        return switch (this) {
            case Restart _, NewImage _, RollBack _, DeployEcho _ -> true;
            case Scale _, Pause _, Resume _ -> false;
        };
    }
}

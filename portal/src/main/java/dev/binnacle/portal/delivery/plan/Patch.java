package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.OperationId;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The smallest strategic merge patch for a change. It is bound to the object's resourceVersion, and writes the
 * operation's identity beside the change: a portal that was killed in between sees there whether it was applied.
 */
public final class Patch {
    /** Which operation changed the workload last. */
    public static final String OPERATION = "binnacle.dev/operation";

    static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Patch() {}

    /**
     * @param workload as it is now
     * @param revision the ReplicaSet or ControllerRevision of a rollback; otherwise ignored
     */
    public static ObjectNode of(Change change, OperationId operation, JsonNode workload, JsonNode revision) {
        ObjectNode patch = switch (change) {
            case Change.Restart(var at) ->
                template(NODES.objectNode()
                        .set(
                                "metadata",
                                NODES.objectNode()
                                        .set(
                                                "annotations",
                                                NODES.objectNode()
                                                        .put(
                                                                RESTARTED_AT,
                                                                at.truncatedTo(ChronoUnit.SECONDS)
                                                                        .toString()))));
            case Change.NewImage(var container, var image) ->
                template(NODES.objectNode()
                        .set(
                                "spec",
                                NODES.objectNode()
                                        .set(
                                                "containers",
                                                NODES.arrayNode()
                                                        .add(NODES.objectNode()
                                                                .put("name", container)
                                                                .put("image", image)))));
            case Change.RollBack _ -> former(revision);
            case Change.Scale(var replicas) -> spec(NODES.objectNode().put("replicas", replicas));
            case Change.Pause _ -> spec(NODES.objectNode().put("paused", true));
            case Change.Resume _ -> spec(NODES.objectNode().putNull("paused"));
            case Change.DeployEcho _ -> throw new IllegalArgumentException("A chart is applied, not patched");
        };
        return patch.set(
                "metadata",
                NODES.objectNode()
                        .put(
                                "resourceVersion",
                                workload.at("/metadata/resourceVersion").asString())
                        .set("annotations", NODES.objectNode().put(OPERATION, operation.toString())));
    }

    /** @return whether the operation's patch was applied to the object */
    public static boolean applied(OperationId operation, JsonNode workload) {
        return workload.path("metadata")
                .path("annotations")
                .path(OPERATION)
                .asString("")
                .equals(operation.toString());
    }

    /** As {@code kubectl rollout undo} does: the template of the ReplicaSet without the hash, or what the revision holds. */
    private static ObjectNode former(JsonNode revision) {
        if (revision.path("kind").asString("").equals("ControllerRevision")) {
            return (ObjectNode) revision.path("data").deepCopy();
        }
        var former = (ObjectNode) revision.at("/spec/template").deepCopy();
        if (former.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return template(former.put("$patch", "replace"));
    }

    private static ObjectNode template(JsonNode template) {
        return spec(NODES.objectNode().set("template", template));
    }

    private static ObjectNode spec(JsonNode spec) {
        return NODES.objectNode().set("spec", spec);
    }

    /** @return whether the kind can be changed so at all */
    static boolean possible(Change change, WorkloadKind kind) {
        return switch (change) {
            case Change.Scale _ -> kind != WorkloadKind.DAEMON_SET;
            case Change.Pause _, Change.Resume _ -> kind == WorkloadKind.DEPLOYMENT;
            case Change.Restart _, Change.NewImage _, Change.RollBack _, Change.DeployEcho _ -> true;
        };
    }
}

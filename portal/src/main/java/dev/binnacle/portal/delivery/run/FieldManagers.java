package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.plan.WorkloadObjects;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Who changed an object's specification last, from what the API server keeps about its fields. */
final class FieldManagers {
    private FieldManagers() {}

    /** @return as in "kubectl-edit at 2026-11-23T03:12:04Z"; "somebody" where the server does not say */
    static String lastOf(JsonNode workload) {
        return workload.at("/metadata/managedFields")
                .valueStream()
                .filter(entry -> !entry.path("manager").asString("").equals(WorkloadObjects.FIELD_MANAGER))
                .filter(entry -> entry.path("subresource").asString("").isEmpty()
                        || entry.path("subresource").asString("").equals("scale"))
                .filter(entry -> entry.path("fieldsV1").has("f:spec"))
                .max(Comparator.comparing(entry -> entry.path("time").asString("")))
                .map(entry -> entry.path("manager").asString("somebody") + " at "
                        + entry.path("time").asString("a time that is not kept"))
                .orElse("somebody");
    }
}

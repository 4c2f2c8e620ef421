package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.EnvironmentId;
import java.util.Set;

/**
 * Something in the model changed; published at most four times a second for each environment, with all that changed
 * since the last one. Rooms that follow a rollout listen to it.
 *
 * @param workloads whose own object or pods changed
 */
public record ClusterChanged(EnvironmentId environment, String environmentName, Set<WorkloadKey> workloads) {

    public ClusterChanged {
        workloads = Set.copyOf(workloads);
    }
}

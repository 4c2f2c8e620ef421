package dev.binnacle.portal.delivery;

import dev.binnacle.portal.cluster.WorkloadKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of an environment, for pages of other rooms. */
public interface Operations {
    /**
     * @param environment the environment's name
     * @return those that have not ended, newest first, at most 200
     */
    List<OperationBrief> inProgress(String environment);

    /** @return the newest of a workload, in progress or past */
    List<OperationBrief> latest(String environment, WorkloadKey workload, int most);

    /** @return the newest of an environment, in progress or past */
    List<OperationBrief> latest(String environment, int most);

    /**
     * @param workload the only one that is looked at; null for all of the environment
     * @return the newest that were asked for in that time
     */
    List<OperationBrief> between(
            String environment, @Nullable WorkloadKey workload, Instant from, Instant to, int most);
}

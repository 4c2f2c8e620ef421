package dev.binnacle.portal.delivery;

import dev.binnacle.portal.cluster.WorkloadKey;
import java.util.List;

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
}

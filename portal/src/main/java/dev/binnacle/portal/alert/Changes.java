package dev.binnacle.portal.alert;

import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.util.List;

/** What was changed on workloads, to be held beside the alerts that followed. Rooms that know of changes implement it. */
public interface Changes {

    /** The most that is looked at. */
    int MOST = 500;

    /** @return the changes in the time, at most {@link #MOST}, the newest */
    List<Change> between(Environment environment, Instant from, Instant to);

    /**
     * A change of a workload.
     *
     * @param name of the workload
     * @param label "412 redeploy of echo"
     * @param link to where it is told in full
     */
    record Change(Instant at, String namespace, String name, String label, String link) {}
}

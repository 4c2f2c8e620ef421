package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;

/** What happened while lines were written, to be marked beside them. Rooms that know of such things implement it. */
public interface Marks {

    /** The most that a page shows. */
    int SHOWN = 20;

    /** The most that one room tells of: one more, so that a page knows whether it shows all. */
    int MOST = SHOWN + 1;

    /**
     * @param workload {@code deployment/shop/echo} for what concerns one workload; empty for all
     * @param from the first moment
     * @param to the moment after the last
     * @return at most {@link #MOST}, the newest first
     */
    List<Mark> between(Environment environment, String workload, Instant from, Instant to);

    /**
     * Something that happened.
     *
     * @param icon its name
     * @param label "412 redeploy of echo"
     * @param link to where it is told in full
     */
    record Mark(Instant at, Status status, String icon, String label, String link) {}
}

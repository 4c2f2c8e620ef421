package dev.binnacle.portal.delivery.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import dev.binnacle.portal.cluster.ClusterChanged;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has an operation look again as soon as its workload changes. */
@Component
class Wake {
    private final OperationRows rows;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Wake(OperationRows rows, SchedulerClient scheduler, Clock clock) {
        this.rows = rows;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void on(ClusterChanged changed) {
        rows.inProgress(changed.environment(), changed.workloads()).forEach(this::wake);
    }

    private void wake(OperationId operation) {
        try {
            scheduler.reschedule(OperationTasks.OPERATION.instanceId(operation.toString()), clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException
                | TaskInstanceNotFoundException
                | ExecutionException alreadyThere) {
            // It looks right now, has just ended, or began to look meanwhile; the next look is a second away in any
            // case.
        }
    }
}

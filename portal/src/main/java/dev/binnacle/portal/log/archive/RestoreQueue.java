package dev.binnacle.portal.log.archive;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where restores wait for a replica. */
@Component
class RestoreQueue {

    static final TaskDescriptor<Void> RESTORE = TaskDescriptor.of("log-restore");

    private final SchedulerClient scheduler;
    private final Clock clock;

    RestoreQueue(@Lazy SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(UUID restore) {
        scheduler.scheduleIfNotExists(RESTORE.instance(restore.toString()).scheduledTo(clock.instant()));
    }
}

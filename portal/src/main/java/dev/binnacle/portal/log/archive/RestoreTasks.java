package dev.binnacle.portal.log.archive;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Restores as durable work: on one replica at a time, taken over by another when that one dies. */
@Configuration
class RestoreTasks {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    @Bean
    Task<Void> logRestoreTask(RestoreWork work, Clock clock) {
        return Tasks.custom(RestoreQueue.RESTORE)
                .onDeadExecutionRevive()
                .onFailure((done, operations) ->
                        operations.reschedule(done, clock.instant().plus(AFTER_A_FAULT)))
                .execute((instance, _) -> next(work.advance(UUID.fromString(instance.getId()))));
    }

    @Bean
    RecurringTask<Void> logRestoreExpiryTask(LettingGo letting) {
        return Tasks.recurring("log-restore-expiry", FixedDelay.ofMinutes(1)).execute((_, _) -> letting.ofAll());
    }

    private static CompletionHandler<Void> next(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (done, operations) -> operations.reschedule(done, at))
                .orElseGet(() -> (_, operations) -> operations.remove());
    }
}

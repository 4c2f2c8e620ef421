package dev.binnacle.portal.delivery.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.binnacle.portal.delivery.operation.OperationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operations as durable work: on one replica at a time, taken over by another when that one dies. */
@Configuration
@EnableConfigurationProperties(Patience.class)
class OperationTasks {
    static final TaskDescriptor<Void> OPERATION = TaskDescriptor.of("operation");
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    @Bean
    Task<Void> operationTask(Course course, Clock clock) {
        return Tasks.custom(OPERATION)
                .onDeadExecutionRevive()
                .onFailure((done, operations) ->
                        operations.reschedule(done, clock.instant().plus(AFTER_A_FAULT)))
                .execute((instance, _) -> next(course.advance(new OperationId(UUID.fromString(instance.getId())))));
    }

    private static CompletionHandler<Void> next(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (done, operations) -> operations.reschedule(done, at))
                .orElseGet(() -> (_, operations) -> operations.remove());
    }
}

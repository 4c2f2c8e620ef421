package dev.binnacle.portal.alert.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is too old is forgotten, by one replica. */
@Configuration
class HistoryTasks {

    @Bean
    RecurringTask<Void> alertHistoryTask(Months months) {
        return Tasks.recurring("alert-history-months", FixedDelay.ofHours(6)).execute((_, _) -> months.forget());
    }
}

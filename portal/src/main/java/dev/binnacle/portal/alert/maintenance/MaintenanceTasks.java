package dev.binnacle.portal.alert.maintenance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is due begins, by one replica. */
@Configuration
class MaintenanceTasks {

    @Bean
    RecurringTask<Void> maintenanceTask(MaintenanceWork work) {
        return Tasks.recurring("maintenance-windows", FixedDelay.ofSeconds(15)).execute((_, _) -> work.ofAll());
    }
}

package dev.binnacle.portal.alert.maintenance;

import org.springframework.boot.test.context.TestComponent;

/** Does what is due now, as the scheduler does every few seconds. */
@TestComponent
public class MaintenanceRun {

    private final MaintenanceWork work;

    MaintenanceRun(MaintenanceWork work) {
        this.work = work;
    }

    public void now() {
        work.ofAll();
    }
}

package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.web.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The pages that show what was done to workloads. */
@Component
public class OpenPages {
    private final LiveUpdates live;

    OpenPages(LiveUpdates live) {
        this.live = live;
    }

    /** Tells them once the present transaction is kept: before that they would find the former state. */
    @Transactional
    public void tell(String environment) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                live.changed(environment, "operations");
            }
        });
    }
}

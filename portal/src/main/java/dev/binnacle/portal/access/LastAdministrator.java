package dev.binnacle.portal.access;

import dev.binnacle.portal.problem.Conflict;
import org.springframework.stereotype.Component;

/** Sees to it that somebody can always administer the portal, also when two administrators remove each other. */
@Component
class LastAdministrator {

    private final AccountRecords records;

    LastAdministrator(AccountRecords records) {
        this.records = records;
    }

    /** Holds other changes back until the transaction ends. Before the change. */
    void hold() {
        records.lock();
    }

    /** After the change. @throws Conflict where nobody is left */
    void require() {
        if (records.all().stream().noneMatch(account -> account.administers() && !account.disabled())) {
            throw new Conflict("Nobody would administer Binnacle any more. Give somebody else that role first. "
                    + "Nothing was changed.");
        }
    }
}

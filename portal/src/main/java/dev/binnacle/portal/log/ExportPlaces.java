package dev.binnacle.portal.log;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;

/** The exports that are being written: a few at once, and fewer of one account. */
final class ExportPlaces {

    private static final int AT_ONCE = 4;
    private static final int OF_ONE = 2;

    private final AccountPlaces places = new AccountPlaces(AT_ONCE, OF_ONE);

    /**
     * @throws Conflict where the account writes as many as it may
     * @throws Unavailable where all together do
     */
    void enter(String account) {
        switch (places.enter(account)) {
            case FREE -> {}
            case OWN_TAKEN ->
                throw new Conflict(
                        "You write %d exports already. Wait for one of them, or cancel it.".formatted(OF_ONE));
            case ALL_TAKEN ->
                throw new Unavailable(
                        "Export",
                        "The portal writes %d exports already. Try again in a moment.".formatted(AT_ONCE),
                        null);
        }
    }

    void leave(String account) {
        places.leave(account);
    }
}

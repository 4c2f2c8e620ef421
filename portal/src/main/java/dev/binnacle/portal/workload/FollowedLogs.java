package dev.binnacle.portal.workload;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;

/** The logs of workloads that are being followed: some at once, and fewer by one account. */
final class FollowedLogs {

    private static final int AT_ONCE = 20;
    private static final int OF_ONE = 5;

    private final AccountPlaces places = new AccountPlaces(AT_ONCE, OF_ONE);

    /**
     * @throws Conflict where the account follows as many as it may
     * @throws Unavailable where all together do
     */
    void enter(String account) {
        switch (places.enter(account)) {
            case FREE -> {}
            case OWN_TAKEN ->
                throw new Conflict("You follow the logs of %d workloads already. Close a page that shows one of them."
                        .formatted(OF_ONE));
            case ALL_TAKEN ->
                throw new Unavailable(
                        "Binnacle",
                        "The logs of %d workloads are followed already, which is as many as the portal can."
                                .formatted(AT_ONCE),
                        null);
        }
    }

    void leave(String account) {
        places.leave(account);
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.AccountPlaces;

/** The logs that are being followed: some at once, and fewer by one account. */
final class FollowedLogs {

    private final int all;
    private final int own;
    private final String what;
    private final AccountPlaces places;

    private FollowedLogs(int all, int own, String what) {
        this.all = all;
        this.own = own;
        this.what = what;
        this.places = new AccountPlaces(all, own);
    }

    static FollowedLogs ofWorkloads() {
        return new FollowedLogs(20, 5, "workloads");
    }

    static FollowedLogs ofContainers() {
        return new FollowedLogs(200, 20, "containers");
    }

    /**
     * @throws Conflict where the account follows as many as it may
     * @throws Unavailable where all together do
     */
    void enter(String account) {
        switch (places.enter(account)) {
            case FREE -> {}
            case OWN_TAKEN ->
                throw new Conflict("You follow the logs of %d %s already. Close a page that shows one of them."
                        .formatted(own, what));
            case ALL_TAKEN ->
                throw new Unavailable(
                        "Binnacle",
                        "The logs of %d %s are followed already, which is as many as the portal can."
                                .formatted(all, what),
                        null);
        }
    }

    void leave(String account) {
        places.leave(account);
    }
}

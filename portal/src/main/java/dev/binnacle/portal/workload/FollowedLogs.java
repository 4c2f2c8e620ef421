package dev.binnacle.portal.workload;

import dev.binnacle.portal.web.AccountPlaces;
import dev.binnacle.portal.web.AccountPlaces.Bound;

/** Places to follow logs. */
final class FollowedLogs {

    private FollowedLogs() {}

    static AccountPlaces ofWorkloads() {
        return places(20, 5, "workloads");
    }

    static AccountPlaces ofContainers() {
        return places(200, 20, "containers");
    }

    private static AccountPlaces places(int all, int own, String what) {
        return new AccountPlaces(
                new Bound(own, "You follow the logs of %d " + what + " already. Close a page that shows one of them."),
                new Bound(all, "The logs of %d " + what + " are followed already, which is as many as the portal can."),
                "Binnacle");
    }
}

package dev.binnacle.portal.workload;

import dev.binnacle.portal.web.Status;
import java.util.Locale;

/** How a workload is, worst first. */
public enum WorkloadState {
    FAILING("Failing", Status.CRITICAL),
    DEGRADED("Degraded", Status.WARNING),
    UNKNOWN("Not known", Status.UNKNOWN),
    ROLLING_OUT("Rolling out", Status.PROGRESS),
    PAUSED("Paused", Status.PAUSED),
    SCALED_TO_ZERO("Scaled to zero", Status.PAUSED),
    HEALTHY("Healthy", Status.OK);

    private final String word;
    private final Status status;

    WorkloadState(String word, Status status) {
        this.word = word;
        this.status = status;
    }

    public String word() {
        return word;
    }

    public Status status() {
        return status;
    }

    /** @return the state in an address: "rolling-out" */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

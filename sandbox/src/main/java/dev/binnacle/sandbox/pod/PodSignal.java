package dev.binnacle.sandbox.pod;

import java.time.Duration;

/** What a pod's worker is told about: handled one after the other, on the worker's thread. */
sealed interface PodSignal {

    /** The process ended, by itself or because it was stopped. */
    record Exited(int code) implements PodSignal {}

    /** The startup probe, or the lack of one, says that the container has started. */
    record Started() implements PodSignal {}

    /** The readiness probe has come to another result. */
    record Ready(boolean ready) implements PodSignal {}

    /** A probe has failed so often that the container has to be restarted. */
    record Unhealthy(String message, Duration grace) implements PodSignal {}

    /** The process takes more memory than the container's limit. */
    record MemoryExceeded() implements PodSignal {}

    /** The pod was marked for deletion. */
    record Deleted() implements PodSignal {}

    /** The pod is no longer in the API server: nothing is left to report. */
    record Vanished() implements PodSignal {}
}

package dev.binnacle.sandbox.pod;

import io.fabric8.kubernetes.api.model.Pod;

/** Whether a container that ended is started again. */
enum RestartPolicy {
    ALWAYS,
    ON_FAILURE,
    NEVER;

    static RestartPolicy of(Pod pod) {
        String declared = pod.getSpec().getRestartPolicy();
        if ("Never".equals(declared)) {
            return NEVER;
        }
        return "OnFailure".equals(declared) ? ON_FAILURE : ALWAYS;
    }

    boolean restarts(int exitCode) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_FAILURE -> exitCode != 0;
            case NEVER -> false;
        };
    }
}

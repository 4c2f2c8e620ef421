package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.environment.EnvironmentId;

/**
 * What was asked for: the part of an operation that never changes.
 *
 * @param environment the environment's name, as in every link
 * @param account who asked
 * @param reason empty where none was asked for
 */
public record Request(
        OperationId id,
        EnvironmentId environmentId,
        String environment,
        WorkloadKey workload,
        Change change,
        String account,
        String reason) {
    public static final int MAX_REASON = 500;

    public Request {
        reason = reason.strip();
        reason = reason.substring(0, Math.min(MAX_REASON, reason.length()));
    }

    public String says() {
        return change.says(workload.name());
    }
}

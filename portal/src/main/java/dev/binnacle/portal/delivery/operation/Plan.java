package dev.binnacle.portal.delivery.operation;

import java.time.Instant;
import java.util.List;

/**
 * What an operation would change, as the API server answered a dry run, and the preflight.
 *
 * @param base a short fingerprint of the part of the workload that the change replaces, as it was: the operation is not
 *     applied to anything else
 * @param difference only what changes; values of environment variables and secrets are hidden
 */
public record Plan(Instant madeAt, String base, List<DiffLine> difference, List<Check> checks) {
    /** Where an object is too large to show whole. */
    public static final int MAX_LINES = 400;

    public Plan {
        difference = List.copyOf(difference.subList(0, Math.min(MAX_LINES, difference.size())));
        checks = List.copyOf(checks);
    }

    public boolean blocked() {
        return has(Check.Level.BLOCK);
    }

    public boolean has(Check.Level level) {
        return checks.stream().anyMatch(check -> check.level() == level);
    }
}

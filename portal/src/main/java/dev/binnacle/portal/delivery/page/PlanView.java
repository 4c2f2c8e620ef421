package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a plan.
 *
 * @param change null while something is still to be filled in; then so is the plan
 * @param containers to choose from for a new image
 * @param revisions to choose from for a rollback, newest first
 * @param id of the operation that a confirmation makes; a form that is sent twice carries the same
 * @param says why the confirmation was not taken; empty where there was none yet
 */
record PlanView(
        String environment,
        WorkloadKey key,
        AskedChange asked,
        @Nullable Change change,
        @Nullable Plan plan,
        List<Workload.TemplateContainer> containers,
        List<Revision> revisions,
        int desired,
        boolean asksForReason,
        boolean production,
        String reason,
        UUID id,
        String says) {

    public String title() {
        if (change != null) {
            return change.says(key.name());
        }
        return switch (String.valueOf(asked.kind())) {
            case "deploy" -> "Deploy another image of " + key.name();
            case "rollback" -> "Roll back " + key.name();
            default -> "Scale " + key.name();
        };
    }

    public Verdict verdict() {
        if (!says.isEmpty()) {
            return new Verdict(Status.WARNING, says);
        }
        if (plan == null) {
            String fault = asked.fault();
            return fault.isEmpty()
                    ? new Verdict(Status.UNKNOWN, "Nothing is planned yet: say what you want first.")
                    : new Verdict(Status.WARNING, fault);
        }
        if (plan.blocked()) {
            return new Verdict(Status.CRITICAL, "This cannot be done now: " + because(plan, Check.Level.BLOCK));
        }
        return plan.has(Check.Level.WARN)
                ? new Verdict(
                        Status.WARNING,
                        "This can be done, with a warning: " + because(plan, Check.Level.WARN),
                        "Nothing is changed before it is confirmed.")
                : new Verdict(Status.OK, "This can be done now.", "Nothing is changed before it is confirmed.");
    }

    public String preflight() {
        if (plan == null) {
            return "Preflight";
        }
        return plan.blocked()
                ? "Preflight: blocked"
                : plan.has(Check.Level.WARN) ? "Preflight: go, with a warning" : "Preflight: go";
    }

    public String button() {
        return title() + (production ? " in production" : "");
    }

    private static String because(Plan plan, Check.Level level) {
        return plan.checks().stream()
                .filter(check -> check.level() == level)
                .map(Check::says)
                .findFirst()
                .orElse("");
    }
}

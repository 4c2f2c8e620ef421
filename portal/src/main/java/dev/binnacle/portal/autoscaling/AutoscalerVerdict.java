package dev.binnacle.portal.autoscaling;

import dev.binnacle.portal.cluster.Autoscaler;
import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.Optional;

/**
 * What an autoscaler does, from its own conditions.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/">Horizontal Pod Autoscaling</a>
 */
final class AutoscalerVerdict {

    private AutoscalerVerdict() {}

    static Verdict of(Autoscaler autoscaler) {
        Optional<Condition> able = condition(autoscaler, "AbleToScale");
        Optional<Condition> active = condition(autoscaler, "ScalingActive");
        if (able.isPresent() && able.get().status().equals("False")) {
            return new Verdict(Status.CRITICAL, "Cannot scale", able.get().message());
        }
        if (active.isPresent() && active.get().status().equals("False")) {
            return active.get().reason().equals("ScalingDisabled")
                    ? new Verdict(Status.PAUSED, "Off", "Its target is scaled to zero.")
                    : new Verdict(
                            Status.WARNING,
                            "Cannot read its metric",
                            "It stays at " + autoscaler.current() + " and would not grow. "
                                    + active.get().message());
        }
        if (active.isEmpty()) {
            return new Verdict(Status.UNKNOWN, "Not known", "Its controller has not looked at it yet.");
        }
        return active(autoscaler);
    }

    private static Verdict active(Autoscaler autoscaler) {
        boolean limited = condition(autoscaler, "ScalingLimited")
                .filter(Condition::holds)
                .map(Condition::reason)
                .filter("TooManyReplicas"::equals)
                .isPresent();
        if (limited && autoscaler.current() >= autoscaler.max()) {
            return new Verdict(
                    Status.WARNING,
                    "At its maximum",
                    "It would have more than " + autoscaler.max() + " by its metric.");
        }
        if (autoscaler.desired() > autoscaler.current()) {
            return moving("Growing", autoscaler);
        }
        if (autoscaler.desired() < autoscaler.current()) {
            return moving("Shrinking", autoscaler);
        }
        return autoscaler.current() <= autoscaler.min()
                ? new Verdict(Status.OK, "At its minimum")
                : new Verdict(Status.OK, "Steady");
    }

    private static Verdict moving(String word, Autoscaler autoscaler) {
        return new Verdict(
                Status.PROGRESS,
                word,
                "From " + autoscaler.current() + " to " + Amounts.count(autoscaler.desired(), "pod") + ".");
    }

    private static Optional<Condition> condition(Autoscaler autoscaler, String type) {
        return autoscaler.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }
}

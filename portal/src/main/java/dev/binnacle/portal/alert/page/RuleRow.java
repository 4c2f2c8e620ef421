package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.rule.KnownRule;
import dev.binnacle.portal.metric.Rule;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import java.util.List;
import java.util.Locale;

/**
 * A rule in the list of them.
 *
 * @param recording whether it raises no alerts, but records what others may ask for
 * @param state what its alerts do: "3 firing, 1 pending", "quiet"
 * @param held for how long its expression must hold; empty where it fires at once
 * @param failing whether it cannot be evaluated
 * @param trouble why its alerts may be missing; empty where nothing is known against it
 * @param alerts the address of its alerts
 */
record RuleRow(
        String name,
        String group,
        boolean recording,
        Status status,
        String state,
        String expression,
        String held,
        boolean failing,
        String trouble,
        String alerts) {

    static RuleRow of(KnownRule known, List<Alert> its, String environment, Times times) {
        View view = View.of(
                environment,
                new Matchers(List.of(Matcher.equal("alertname", known.rule().name()))));
        return new RuleRow(
                Text.label(known.rule().name()),
                Text.label(known.rule().group()),
                known.rule().recording(),
                status(known, its),
                state(known.rule(), its),
                known.rule().expression(),
                known.rule().held().isZero() ? "" : times.length(known.rule().held()),
                !known.rule().failing().isEmpty(),
                trouble(known),
                view.opened(null));
    }

    boolean contains(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (name + "\n" + group + "\n" + expression)
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    boolean doubtful() {
        return !trouble.isEmpty();
    }

    private static Status status(KnownRule known, List<Alert> its) {
        if (!known.rule().failing().isEmpty()) {
            return Status.CRITICAL;
        }
        return its.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .map(alert -> alert.severity().status())
                .reduce(known.missing().isEmpty() ? Status.OK : Status.UNKNOWN, Status::worse);
    }

    private static String state(Rule rule, List<Alert> its) {
        long firing =
                its.stream().filter(alert -> alert.state() == AlertState.FIRING).count();
        long pending = its.stream()
                .filter(alert -> alert.state() == AlertState.PENDING)
                .count();
        long muted = its.size() - firing - pending;
        return its.isEmpty()
                ? rule.recording() ? "records" : "quiet"
                : (firing > 0 ? firing + " firing " : "")
                        + (pending > 0 ? pending + " pending " : "")
                        + (muted > 0 ? muted + " muted" : "");
    }

    private static String trouble(KnownRule known) {
        if (!known.rule().failing().isEmpty()) {
            return (known.rule().recording()
                            ? "It cannot be evaluated, so what asks for it is blind: "
                            : "It cannot be evaluated: ")
                    + Text.line(known.rule().failing());
        }
        return known.missing().isEmpty()
                ? ""
                : "Prometheus has no series of " + Text.line(String.join(", ", known.missing()))
                        + ", so it cannot fire now.";
    }
}

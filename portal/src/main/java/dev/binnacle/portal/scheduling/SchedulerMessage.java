package dev.binnacle.portal.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scheduler says of a pod that it cannot place, as in "0/4 nodes are available: 1 node(s) were unschedulable, 3
 * Insufficient cpu. preemption: 0/4 nodes are available: …". The reasons and counts are the scheduler's own.
 *
 * @param nodes how many it looked at; 0 where the sentence is of another form
 * @param reasons in its order
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/master/pkg/scheduler/framework/types.go">FitError</a>
 */
record SchedulerMessage(int nodes, List<Reason> reasons) {

    private static final Pattern WHOLE = Pattern.compile("^0/(\\d{1,6}) nodes are available: (.*)$", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("^(\\d{1,6}) (.+)$", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(", (?=\\d)");
    private static final int MAX_LENGTH = 4_000;

    SchedulerMessage {
        reasons = List.copyOf(reasons);
    }

    /** A reason and on how many nodes it holds. */
    record Reason(int nodes, String words) {}

    static SchedulerMessage read(String message) {
        String text = message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) : message;
        int preemption = text.indexOf(" preemption: ");
        Matcher whole = WHOLE.matcher((preemption < 0 ? text : text.substring(0, preemption)).strip());
        if (!whole.matches()) {
            return new SchedulerMessage(0, List.of());
        }
        List<Reason> reasons = new ArrayList<>();
        for (String part : COMMA.split(whole.group(2), -1)) {
            Matcher one = ONE.matcher(part.strip().replaceFirst("\\.$", ""));
            if (one.matches()) {
                reasons.add(new Reason(Integer.parseInt(one.group(1)), words(one.group(2))));
            }
        }
        return new SchedulerMessage(Integer.parseInt(whole.group(1)), reasons);
    }

    /** Says in plain words what is known by a fixed phrase, and anything else as it stands. */
    private static String words(String reason) {
        return switch (reason) {
            case "Insufficient cpu" -> "too little CPU free";
            case "Insufficient memory" -> "too little memory free";
            case "Too many pods" -> "no room for another pod";
            case "node(s) were unschedulable" -> "cordoned";
            case "node(s) didn't match Pod's node affinity/selector" -> "not among the nodes that the pod selects";
            case "node(s) didn't match pod anti-affinity rules" -> "holds a pod that this one keeps away from";
            case "node(s) didn't match pod affinity rules" -> "holds no pod that this one must be near";
            case "node(s) didn't match pod topology spread constraints" -> "would break the topology spread";
            case "node(s) didn't have free ports for the requested pod ports" -> "the port is taken";
            default ->
                reason.startsWith("node(s) had untolerated taint")
                        ? "tainted"
                                + reason.substring("node(s) had untolerated taint".length())
                                        .replace("(s)", "")
                        : reason;
        };
    }
}

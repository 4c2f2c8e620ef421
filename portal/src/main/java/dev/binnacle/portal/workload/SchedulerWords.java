package dev.binnacle.portal.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the scheduler says of a pod that no node takes; what it does not know stays as it is. */
final class SchedulerWords {

    private static final Pattern WHOLE = Pattern.compile("^0/(\\d{1,6}) nodes are available: (.*)$", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("^(\\d{1,6}) (?:node\\(s\\) )?(.+?)\\.?$", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(", (?=\\d)");
    private static final int LIMIT = 2_000;

    private SchedulerWords() {}

    static String of(String message) {
        String text = message.length() > LIMIT ? message.substring(0, LIMIT) : message;
        int preemption = text.indexOf(" preemption:");
        Matcher whole = WHOLE.matcher((preemption < 0 ? text : text.substring(0, preemption)).strip());
        if (!whole.matches()) {
            return text.isEmpty() ? "the scheduler gives no reason" : text;
        }
        List<String> reasons = new ArrayList<>();
        for (String part : COMMA.split(whole.group(2), -1)) {
            Matcher one = ONE.matcher(part.strip());
            reasons.add(one.matches() ? one.group(1) + " " + words(one.group(2)) : part.strip());
        }
        return "of " + whole.group(1) + " nodes " + String.join(", ", reasons);
    }

    private static String words(String reason) {
        return switch (reason) {
            case "Insufficient cpu" -> "too little CPU free";
            case "Insufficient memory" -> "too little memory free";
            case "Too many pods" -> "full of pods";
            case "were unschedulable" -> "cordoned";
            case "didn't match Pod's node affinity/selector" -> "not among those that the pod selects";
            case "didn't match pod anti-affinity rules" -> "with a pod that this one keeps away from";
            case "didn't match pod topology spread constraints" -> "that would break the topology spread";
            default -> reason.startsWith("had untolerated taint") ? "tainted" + reason.substring(21) : reason;
        };
    }
}

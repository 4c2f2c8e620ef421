package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Member;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict on the alerts of an environment. */
final class Headline {

    private final String environment;
    private final Board board;
    private final Times times;
    private final boolean arriving;
    private final long acknowledged;

    /**
     * @param arriving false where alerts may be missing because the dead man's switch stays away
     * @param acknowledged how many of those that fire somebody looks after
     */
    Headline(String environment, Board board, Times times, boolean arriving, long acknowledged) {
        this.environment = environment;
        this.board = board;
        this.times = times;
        this.arriving = arriving;
        this.acknowledged = acknowledged;
    }

    Verdict verdict() {
        if (board.members().isEmpty()) {
            return new Verdict(
                    Status.UNKNOWN,
                    "Environment " + environment + " names no Alertmanager.",
                    "An administrator can add one to the environment; its alerts then show here.");
        }
        if (!board.known()) {
            return new Verdict(
                    Status.UNKNOWN,
                    "The alerts of " + environment + " are not known: no Alertmanager has answered yet.",
                    problems());
        }
        Instant stale = board.staleSince();
        return stale == null
                ? new Verdict(status(), firing("fires", "fire") + ".", because())
                : new Verdict(
                        Status.UNKNOWN,
                        firing("fired", "fired") + " when Alertmanager last answered, before " + times.at(stale)
                                + " UTC.",
                        "What is below may be over, and newer alerts are missing. " + problems());
    }

    /** @return one sentence for the panel of a workload */
    String ofWorkload(List<Alert> alerts) {
        if (board.members().isEmpty() || !board.known()) {
            return verdict().says();
        }
        Instant stale = board.staleSince();
        long firing = alerts.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .count();
        String quiet = alerts.size() == firing ? "" : ", %,d quiet or pending".formatted(alerts.size() - firing);
        return (firing == 0 ? "None fires" : "%,d firing".formatted(firing))
                + quiet
                + (stale == null ? "" : ", as of " + times.at(stale) + " UTC: Alertmanager does not answer");
    }

    private Status status() {
        return firing().map(alert -> alert.severity().status()).reduce(Status.OK, Status::worse);
    }

    private Stream<Alert> firing() {
        return board.alerts().stream().filter(alert -> alert.state() == AlertState.FIRING);
    }

    private String firing(String one, String many) {
        Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        firing().forEach(alert -> severities.merge(alert.severity(), 1, Integer::sum));
        int all = severities.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "No alert " + one + " in " + environment;
        }
        String each = severities.entrySet().stream()
                .map(severity -> "%,d %s"
                        .formatted(
                                severity.getValue(),
                                severity.getKey() == Severity.OTHER
                                        ? "of no known severity"
                                        : severity.getKey().token()))
                .collect(Collectors.joining(", "));
        return Text.count(all, "alert " + one, "alerts " + many) + " in " + environment + ": " + each;
    }

    private String because() {
        String quiet = Stream.of(AlertState.PENDING, AlertState.SILENCED, AlertState.INHIBITED, AlertState.MUTED)
                .filter(state -> board.counts().getOrDefault(state, 0L) > 0)
                .map(state -> "%,d %s".formatted(board.counts().getOrDefault(state, 0L), state.token()))
                .collect(Collectors.joining(", "));
        return attended() + (quiet.isEmpty() ? "" : "Besides, " + quiet + ". ") + answering() + arrival();
    }

    private String attended() {
        long firing = firing().count();
        if (acknowledged == 0) {
            return firing == 0 ? "" : "Nobody looks after " + (firing == 1 ? "it" : "them") + " yet. ";
        }
        return acknowledged == firing
                ? "Somebody looks after " + (firing == 1 ? "it. " : "each of them. ")
                : "Somebody looks after %,d of them. ".formatted(acknowledged);
    }

    private String answering() {
        List<Member> members = board.members();
        long silent = members.stream().filter(member -> !member.answers()).count();
        if (silent > 0) {
            return "Of %d Alertmanagers %d do not answer; the others of their cluster do."
                    .formatted(members.size(), silent);
        }
        return members.size() == 1 ? "Alertmanager answers." : "All " + members.size() + " Alertmanagers answer.";
    }

    private String arrival() {
        Instant arrived = board.deadMansSwitch().lastArrived();
        if (!arriving) {
            return " Alerts may be missing: the dead man’s switch "
                    + board.deadMansSwitch().alert() + " stays away.";
        }
        return arrived == null
                ? ""
                : " The dead man’s switch " + board.deadMansSwitch().alert() + " arrived "
                        + times.ago(arrived).replaceFirst("^now$", "just now") + ".";
    }

    private String problems() {
        return board.members().stream()
                .filter(member -> !member.answers())
                .map(Member::problem)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
    }
}

package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the Alertmanagers of an environment and its Prometheus said last, each alert once.
 *
 * @param groups as Alertmanager groups them, and one without receiver for what is pending
 * @param alerts every alert of them once; the dead man's switch is not among them
 * @param silences active and pending, the first to end first
 * @param members every Alertmanager; empty where the environment names none
 * @param staleSince since when some alerts may be missing or over, because a whole cluster does not answer; null while
 *     all clusters do
 */
public record Board(
        List<AlertGroup> groups,
        List<Alert> alerts,
        List<Silence> silences,
        List<Member> members,
        @Nullable Instant staleSince,
        DeadMansSwitch deadMansSwitch) {

    static final Board EMPTY = new Board(List.of(), List.of(), List.of(), List.of(), null, DeadMansSwitch.NOT_EXPECTED);

    public Board {
        groups = List.copyOf(groups);
        alerts = List.copyOf(alerts);
        silences = List.copyOf(silences);
        members = List.copyOf(members);
    }

    /** @return how many alerts are in each state, with those that have none */
    public Map<AlertState, Long> counts() {
        Map<AlertState, Long> counts = new EnumMap<>(AlertState.class);
        for (AlertState state : AlertState.values()) {
            counts.put(state, 0L);
        }
        alerts.forEach(alert -> counts.merge(alert.state(), 1L, Long::sum));
        return counts;
    }

    /** @return the alert of that fingerprint, also by the one that it had while it was pending */
    public Optional<Alert> alert(String fingerprint) {
        return alerts.stream()
                .filter(alert -> alert.fingerprint().equals(fingerprint)
                        || PendingAlerts.identity(alert.labels()).equals(fingerprint))
                .findFirst();
    }

    /** @return whether any Alertmanager was ever read */
    public boolean known() {
        return members.stream().anyMatch(Member::heard);
    }

    /** @return the names of the clusters that its Alertmanagers form */
    public List<String> clusters() {
        return members.stream().map(Member::cluster).distinct().toList();
    }

    /** @return whether a page would show the same; arrivals of the dead man's switch do not count */
    boolean sameAs(Board other) {
        return groups.equals(other.groups)
                && silences.equals(other.silences)
                && members.equals(other.members)
                && Objects.equals(staleSince, other.staleSince);
    }
}

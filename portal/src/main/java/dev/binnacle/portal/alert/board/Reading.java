package dev.binnacle.portal.alert.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one Alertmanager said at one time.
 *
 * @param peers the names of the members of its cluster; empty where it belongs to none
 */
record Reading(
        List<Answers.Group> groups,
        List<Answers.GettableSilence> silences,
        List<String> peers,
        String version,
        Condition condition) {

    Reading {
        groups = List.copyOf(groups);
        silences = List.copyOf(silences);
        peers = List.copyOf(peers);
    }

    /** @return when it last heard of the alert */
    Optional<Instant> lastArrival(String alert) {
        return groups.stream()
                .flatMap(group -> Stream.ofNullable(group.alerts()).flatMap(List::stream))
                .filter(each ->
                        each.labels() != null && alert.equals(each.labels().get("alertname")))
                .map(Answers.GettableAlert::updatedAt)
                .max(Instant::compareTo);
    }
}

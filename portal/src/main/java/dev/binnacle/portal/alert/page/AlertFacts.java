package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.alert.board.AlertGroup;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.matcher.Matcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of alerts besides their labels, for those parts of a filter that ask for it. */
final class AlertFacts {

    private final String environment;
    private final Board board;
    private final Map<String, Acknowledgement> acknowledged;
    private final Instant now;
    private @Nullable Map<String, List<String>> receivers;

    AlertFacts(String environment, Board board, Map<String, Acknowledgement> acknowledged, Instant now) {
        this.environment = environment;
        this.board = board;
        this.acknowledged = acknowledged;
        this.now = now;
    }

    /** @param matcher one that is about something else than a label */
    boolean match(Alert alert, Matcher matcher) {
        if (matcher.name().equals(AlertFilter.LIMIT)) {
            return true;
        }
        boolean positive = matcher.operator().positive();
        if (matcher.name().equals(AlertFilter.AGE)) {
            Duration least = Span.parse(matcher.value()).orElse(Duration.ZERO);
            return alert.startsAt().plus(least).isAfter(now) != positive;
        }
        // Of several values one is enough, and none counts as empty, like a label that is not there.
        Matcher wanted = positive ? matcher : matcher.negated();
        List<String> values = values(alert, matcher.name());
        return (values.isEmpty() ? Stream.of("") : values.stream())
                        .anyMatch(value -> wanted.matches(Map.of(matcher.name(), value)))
                == positive;
    }

    /** @param name of what is known, with its @ */
    List<String> values(Alert alert, String name) {
        return switch (name) {
            case "@state" -> List.of(alert.state().token());
            case "@environment" -> List.of(environment);
            case "@fingerprint" -> List.of(alert.fingerprint());
            case "@receiver" -> receivers().getOrDefault(alert.fingerprint(), List.of());
            case "@silenced_by" -> silencedBy(alert);
            case "@inhibited_by" -> alert.inhibitedBy();
            case "@acknowledged_by" -> acknowledgedBy(alert);
            default -> List.of();
        };
    }

    /** Ids of silences, and who made them. */
    private List<String> silencedBy(Alert alert) {
        return Stream.concat(
                        alert.silencedBy().stream(),
                        board.silences().stream()
                                .filter(silence -> alert.silencedBy().contains(silence.id()))
                                .map(Silence::createdBy))
                .toList();
    }

    private List<String> acknowledgedBy(Alert alert) {
        Acknowledgement known = acknowledged.get(alert.fingerprint());
        return known == null || !known.holds(now) ? List.of() : List.of(known.account(), known.assignee());
    }

    private Map<String, List<String>> receivers() {
        Map<String, List<String>> known = receivers;
        if (known == null) {
            known = new HashMap<>();
            for (AlertGroup group : board.groups()) {
                for (Alert alert : group.alerts()) {
                    if (!group.receiver().isEmpty()) {
                        known.computeIfAbsent(alert.fingerprint(), _ -> new ArrayList<>())
                                .add(group.receiver());
                    }
                }
            }
            receivers = known;
        }
        return known;
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what one alert is about. */
final class Rows {

    private static final int LABELS = 8;
    private static final int REASONS = 3;
    private static final Set<String> HEADLINES = Set.of("summary", "title");
    private static final Set<String> DETAILS = Set.of("description", "message");
    private static final Map<String, String> LINKS = Map.of("runbook_url", "Runbook", "dashboard_url", "Dashboard");

    private final Map<String, Silence> silences;
    private final Map<String, Alert> alerts;
    private final Map<String, Acknowledgement> acknowledged;
    private final Instant now;
    private final Times times;

    Rows(Board board, Map<String, Acknowledgement> acknowledged, Instant now, Times times) {
        this.silences = board.silences().stream()
                .collect(Collectors.toMap(Silence::id, Function.identity(), (one, other) -> one));
        this.alerts = new HashMap<>();
        board.alerts().forEach(alert -> alerts.put(alert.fingerprint(), alert));
        this.acknowledged = acknowledged;
        this.now = now;
        this.times = times;
    }

    /** @param shared what is shown already */
    AlertRow row(View view, Alert alert, Shared shared) {
        Map<String, String> own = new TreeMap<>(alert.labels());
        own.keySet().removeAll(shared.labels().keySet());
        Map<String, String> annotations = new TreeMap<>(alert.annotations());
        annotations.keySet().removeAll(shared.annotations().keySet());
        return new AlertRow(
                alert.state().loud() ? alert.severity().status() : Status.SILENCED,
                says(alert),
                details(annotations).toList(),
                word(alert.state()),
                alert.startsAt(),
                LabelLink.of(view, own, LABELS),
                quiet(alert),
                AcknowledgedRow.of(view, acknowledged.get(alert.fingerprint()), now, times),
                alert.state() == AlertState.PENDING ? "" : view.acknowledging(alert),
                view.story(alert),
                links(view, alert, annotations),
                view.silencing(alert));
    }

    static String says(Alert alert) {
        return texts(alert.annotations(), HEADLINES)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Text::line)
                .orElseGet(() -> alert.name().isEmpty() ? "An alert without a name" : Text.line(alert.name()));
    }

    /** @return what annotations say besides the headline */
    static Stream<String> details(Map<String, String> annotations) {
        return texts(annotations, DETAILS).map(Text::line);
    }

    /** @return where annotations lead */
    static Stream<AlertRow.Link> links(Map<String, String> annotations) {
        return annotations.entrySet().stream()
                .filter(annotation -> LINKS.containsKey(annotation.getKey()))
                .flatMap(annotation -> Text.link(annotation.getValue())
                        .map(address -> new AlertRow.Link(LINKS.getOrDefault(annotation.getKey(), ""), address))
                        .stream());
    }

    private static Stream<String> texts(Map<String, String> annotations, Set<String> names) {
        return annotations.entrySet().stream()
                .filter(annotation -> names.contains(annotation.getKey()))
                .map(Map.Entry::getValue);
    }

    private static String word(AlertState state) {
        return switch (state) {
            case FIRING -> "Firing";
            case PENDING -> "Pending";
            case SILENCED -> "Silenced";
            case INHIBITED -> "Inhibited";
            case MUTED -> "Muted by a time interval";
        };
    }

    private List<String> quiet(Alert alert) {
        List<String> reasons = new ArrayList<>();
        alert.silencedBy().stream()
                .limit(REASONS)
                .map(id -> silences.containsKey(id)
                        ? silenced(silences.get(id))
                        : "Muted by a silence that has just ended.")
                .forEach(reasons::add);
        alert.inhibitedBy().stream()
                .limit(REASONS)
                .map(id -> alerts.containsKey(id)
                        ? "Held back because " + Text.label(alerts.get(id).name()) + " fires."
                        : "Held back by another alert.")
                .forEach(reasons::add);
        return reasons;
    }

    private String silenced(Silence silence) {
        return "Muted by %s until %s UTC: “%s”"
                .formatted(Text.label(silence.createdBy()), times.at(silence.endsAt()), Text.line(silence.comment()));
    }

    private static List<AlertRow.Link> links(View view, Alert alert, Map<String, String> annotations) {
        List<AlertRow.Link> links = new ArrayList<>();
        alert.page()
                .ifPresent(page -> links.add(
                        new AlertRow.Link(page.label(), "/environments/" + view.environment() + "/" + page.path())));
        alert.lines()
                .ifPresent(lines -> links.add(
                        new AlertRow.Link("Its log lines", "/environments/" + view.environment() + "/" + lines)));
        Matchers labels = Matchers.of(alert.labels());
        view.routes(labels).ifPresent(address -> links.add(new AlertRow.Link("Who is told", address)));
        view.history(labels).ifPresent(address -> links.add(new AlertRow.Link("When it fired", address)));
        links(annotations).forEach(links::add);
        Text.link(alert.generator()).ifPresent(address -> links.add(new AlertRow.Link("Rule in Prometheus", address)));
        return links;
    }
}

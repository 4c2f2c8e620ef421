package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.alert.acknowledge.Acknowledging;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.board.Member;
import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.metric.Metrics;
import dev.binnacle.portal.metric.PrometheusHealth;
import dev.binnacle.portal.web.Paging;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of alerts from memory. */
@Component
class AlertsPages {

    private static final int GROUPS = 12;
    private static final int ALERTS_OF_WORKLOAD = 10;
    private static final int ENDING = 3;
    private static final int LABELS_OF_STORY = 100;
    private static final int ALERTS_WORTH_A_SUMMARY = 30;

    private final Boards boards;
    private final Metrics metrics;
    private final MissingAlerts missing;
    private final Doubts doubts;
    private final Acknowledging acknowledging;
    private final Clock clock;
    private final Times times;

    AlertsPages(
            Boards boards,
            Metrics metrics,
            MissingAlerts missing,
            Doubts doubts,
            Acknowledging acknowledging,
            Clock clock,
            Times times) {
        this.boards = boards;
        this.metrics = metrics;
        this.missing = missing;
        this.doubts = doubts;
        this.acknowledging = acknowledging;
        this.clock = clock;
        this.times = times;
    }

    WorkloadAlerts ofWorkload(Environment environment, String path, List<Alert> all) {
        Board board = boards.board(environment);
        Optional<Map<String, Acknowledgement>> acknowledged = acknowledging.newest(environment);
        Rows rows = rows(board, acknowledged);
        View view = View.of(environment.name(), Matchers.NONE);
        return new WorkloadAlerts(
                path,
                headline(environment, board, acknowledged).ofWorkload(all),
                all.stream()
                        .limit(ALERTS_OF_WORKLOAD)
                        .map(alert -> rows.row(view, alert, Shared.NOTHING))
                        .toList(),
                Math.max(0, all.size() - ALERTS_OF_WORKLOAD),
                view.root());
    }

    /** @param past the same alert in the history; null while it fires */
    StoryView story(Environment environment, Alert alert, @Nullable Past past) {
        View view = View.of(environment.name(), Matchers.NONE);
        AlertRow row = rows(boards.board(environment), acknowledging.newest(environment))
                .row(view, alert, Shared.NOTHING);
        PastRow then = past == null ? null : PastRow.of(environment.name(), past, times);
        return new StoryView(
                environment.name(),
                view.story(alert) + "/graph" + (past == null ? "" : "?began=" + past.startsAt()),
                Text.label(alert.name()),
                new Verdict(
                        then == null ? row.status() : then.status(),
                        (past == null ? row.state() : past.endsAt() == null ? "Not known to be over" : "Over") + ": "
                                + row.says(),
                        String.join(" ", row.details())),
                row,
                LabelLink.of(view, alert.labels(), LABELS_OF_STORY),
                Math.max(0, alert.labels().size() - LABELS_OF_STORY),
                then,
                alert.page()
                        .map(Alert.Page::path)
                        .filter(path -> path.startsWith("workloads/"))
                        .map(path -> path.substring("workloads/".length()))
                        .orElse(null));
    }

    private Rows rows(Board board, Optional<Map<String, Acknowledgement>> acknowledged) {
        return new Rows(board, acknowledged.orElse(Map.of()), clock.instant(), times);
    }

    private Headline headline(
            Environment environment, Board board, Optional<Map<String, Acknowledgement>> acknowledged) {
        Instant now = clock.instant();
        Map<String, Acknowledgement> known = acknowledged.orElse(Map.of());
        long attended = board.alerts().stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .filter(alert -> known.containsKey(alert.fingerprint())
                        && known.get(alert.fingerprint()).holds(now))
                .count();
        return new Headline(environment.name(), board, times, missing.arriving(board), attended);
    }

    /** @return filters that go on from what is typed */
    List<String> suggestions(Environment environment, String typed) {
        Board board = boards.board(environment);
        Map<String, Acknowledgement> acknowledged =
                acknowledging.newest(environment).orElse(Map.of());
        return FilterSuggestions.of(
                typed, board.alerts(), new AlertFacts(environment.name(), board, acknowledged, clock.instant()));
    }

    AlertsPage page(Environment environment, AlertsAsked asked, Arrangement arrangement) {
        Board board = boards.board(environment);
        Optional<Map<String, Acknowledgement>> acknowledged = acknowledging.newest(environment);
        Parsed parsed = AlertFilter.parse(asked.filter());
        Matchers matchers = switch (parsed) {
            case Matchers all -> all;
            case Parsed.Faulty faulty -> Matchers.NONE;
        };
        AlertFacts facts = new AlertFacts(environment.name(), board, acknowledged.orElse(Map.of()), clock.instant());
        View view = new View(environment.name(), matchers, asked.states(), arrangement, asked.open(), facts);
        List<SharedGroup> groups = SharedGroup.first(
                SharedGroup.of(board.groups(), view),
                AlertFilter.limit(matchers).orElse(Integer.MAX_VALUE));
        List<SharedGroup> opened = groups.stream()
                .filter(group -> group.key().equals(asked.open()))
                .toList();
        Paging paging = opened.isEmpty()
                ? new Paging(asked.number(), GROUPS, groups.size())
                : new Paging(
                        asked.number(),
                        Groups.ROWS_OF_OPEN_GROUP,
                        opened.getFirst().alerts().size());
        Groups panels = new Groups(
                view,
                rows(board, acknowledged),
                groups.stream().mapToInt(group -> group.alerts().size()).sum());
        List<GroupPanel> shown = opened.isEmpty()
                ? groups.subList(paging.from(), paging.to()).stream()
                        .map(group -> panels.panel(group, 0))
                        .toList()
                : List.of(panels.panel(opened.getFirst(), paging.from()));
        List<SilenceRow> silences = SilenceRow.of(board, environment.name(), clock.instant());
        return new AlertsPage(
                environment.name(),
                headline(environment, board, acknowledged).verdict(),
                asked,
                parsed instanceof Parsed.Faulty faulty ? faulty : null,
                view.root(),
                view.collapsing(!view.arrangement().collapsed()),
                view.collapsing(true),
                pills(view),
                states(board, view),
                Facet.of(board.alerts().stream().filter(view::shows).toList(), view, ALERTS_WORTH_A_SUMMARY),
                troubles(environment, board, silences, acknowledged.isPresent()),
                shown,
                view.filtered(),
                !opened.isEmpty(),
                paging,
                silences,
                view.silencing(AlertFilter.labels(matchers)));
    }

    private static List<AlertsPage.Pill> pills(View view) {
        return view.matchers().all().stream()
                .map(matcher -> new AlertsPage.Pill(
                        Text.label(matcher.toString()), !matcher.operator().positive(), view.without(matcher)))
                .toList();
    }

    /** Counts what the matchers leave, so that a count is what a click on it shows. */
    private static List<AlertsPage.StateLink> states(Board board, View view) {
        Map<AlertState, Long> counts = new EnumMap<>(AlertState.class);
        board.alerts().stream()
                .filter(view::matches)
                .map(Alert::state)
                .forEach(state -> counts.merge(state, 1L, Long::sum));
        return Stream.of(AlertState.values())
                .filter(state -> state != AlertState.MUTED || counts.containsKey(state))
                .map(state -> {
                    boolean current = view.states().contains(state);
                    return new AlertsPage.StateLink(
                            state.token(),
                            counts.getOrDefault(state, 0L),
                            current,
                            view.only(current ? List.of() : List.of(state)));
                })
                .toList();
    }

    private List<String> troubles(
            Environment environment, Board board, List<SilenceRow> silences, boolean acknowledgementsKnown) {
        Stream<String> ending =
                silences.stream().filter(SilenceRow::endsSoon).limit(ENDING).map(silence -> silence.warning(times));
        Stream<String> members = board.members().stream()
                .filter(member -> !member.answers())
                .map(member -> member.problem() + since(member));
        PrometheusHealth prometheus = metrics.health(environment);
        Stream<String> own = prometheus.failingSince() == null
                ? Stream.of()
                : Stream.of(prometheus.problem() + " It has not answered since "
                        + times.at(prometheus.failingSince())
                        + " UTC: pending alerts are not shown, and what it would raise is not known.");
        Stream<String> database = acknowledgementsKnown
                ? Stream.of()
                : Stream.of("Who looks after these alerts is not known: PostgreSQL does not answer.");
        return Stream.of(members, own, doubts.about(environment, board).stream(), database, ending)
                .flatMap(all -> all)
                .toList();
    }

    private String since(Member member) {
        return member.failingSince() == null
                ? ""
                : " It has not answered since " + times.at(member.failingSince()) + " UTC.";
    }
}

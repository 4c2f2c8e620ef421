package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.Severity;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.web.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes panels of groups, with as many rows as the page has room for. */
final class Groups {

    static final int ROWS_OF_OPEN_GROUP = 50;
    private static final int ROWS_OF_GROUP = 5;
    private static final int ROWS_AMONG_MANY = 2;
    private static final int MANY = 40;
    private static final int LABELS = 12;

    private final View view;
    private final Rows rows;
    private final int rowsOfGroup;

    /** @param alerts how many there are to show altogether: among many, each group shows less */
    Groups(View view, Rows rows, int alerts) {
        this.view = view;
        this.rows = rows;
        this.rowsOfGroup = view.arrangement().collapsed() ? 0 : alerts > MANY ? ROWS_AMONG_MANY : ROWS_OF_GROUP;
    }

    /** @param from the first alert to show, where the group is open */
    GroupPanel panel(SharedGroup group, int from) {
        boolean open = group.key().equals(view.open());
        Shared all = group.shared();
        SortedMap<String, String> shared = all.labels();
        List<Alert> shown = open
                ? group.alerts()
                        .subList(
                                from,
                                Math.min(
                                        from + ROWS_OF_OPEN_GROUP,
                                        group.alerts().size()))
                : group.alerts().subList(0, Math.min(rowsOfGroup, group.alerts().size()));
        return new GroupPanel(
                group.key(),
                group.status(),
                title(group, shared),
                name(group, shared),
                group.alerts().size(),
                counts(group.alerts()),
                LabelLink.of(view, untitled(shared), LABELS),
                group.receivers(),
                Rows.details(all.annotations()).toList(),
                Rows.links(all.annotations()).toList(),
                shown.stream().map(alert -> rows.row(view, alert, all)).toList(),
                open ? 0 : group.alerts().size() - shown.size(),
                view.opened(open ? null : group.key()),
                view.silencing(silenced(group, shared)),
                group.alerts().stream().anyMatch(alert -> alert.state() == AlertState.FIRING)
                        ? view.acknowledging(silenced(group, shared))
                        : "",
                group.loud());
    }

    /**
     * Silencing a group mutes what Alertmanager groups so: by the labels of the group, not by those it happens to share. A
     * group that is only made here is of what the filter leaves.
     */
    private Matchers silenced(SharedGroup group, SortedMap<String, String> shared) {
        Matchers own = Matchers.of(group.groupLabels().isEmpty() ? shared : group.groupLabels());
        return view.arrangement().by().isEmpty()
                ? own
                : new Matchers(Stream.concat(own.all().stream(), AlertFilter.labels(view.matchers()).all().stream())
                        .distinct()
                        .toList());
    }

    private String title(SharedGroup group, SortedMap<String, String> shared) {
        if (!view.arrangement().by().isEmpty()) {
            return Text.line(view.arrangement().by().stream()
                    .map(label -> group.groupLabels().getOrDefault(label, "").isEmpty()
                            ? "no " + label
                            : group.groupLabels().get(label))
                    .collect(Collectors.joining(", ")));
        }
        if (shared.containsKey("alertname")) {
            return Text.label(shared.get("alertname"));
        }
        return group.groupLabels().isEmpty() ? "All alerts" : "Several rules";
    }

    private String name(SharedGroup group, SortedMap<String, String> shared) {
        return title(group, shared) + Text.line(" " + group.groupLabels() + " " + group.receivers());
    }

    private static SortedMap<String, String> untitled(SortedMap<String, String> shared) {
        SortedMap<String, String> labels = new TreeMap<>(shared);
        labels.remove("alertname");
        return labels;
    }

    private static List<GroupPanel.Count> counts(List<Alert> alerts) {
        Map<Severity, Integer> firing = new EnumMap<>(Severity.class);
        Map<AlertState, Integer> other = new EnumMap<>(AlertState.class);
        for (Alert alert : alerts) {
            if (alert.state() == AlertState.FIRING) {
                firing.merge(alert.severity(), 1, Integer::sum);
            } else {
                other.merge(alert.state(), 1, Integer::sum);
            }
        }
        List<GroupPanel.Count> counts = new ArrayList<>();
        firing.forEach((severity, count) -> counts.add(new GroupPanel.Count(
                severity.status(),
                "%,d %s".formatted(count, severity == Severity.OTHER ? "firing" : severity.token()))));
        other.forEach((state, count) ->
                counts.add(new GroupPanel.Count(Status.UNKNOWN, "%,d %s".formatted(count, state.token()))));
        return counts;
    }
}

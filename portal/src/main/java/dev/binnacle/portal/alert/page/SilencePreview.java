package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.web.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a silence would mute if it were made now.
 *
 * @param muted alerts that fire and would be muted
 * @param quiet alerts that match but are quiet already, or only pending
 * @param names of them, the most frequent first
 * @param past what it would have muted in the last days
 * @param warning what the one who asks may not mean; empty where nothing is odd
 */
record SilencePreview(
        long muted, long quiet, List<Name> names, int moreNames, Status status, String past, String warning) {

    private static final int NAMES = 10;

    record Name(String text, long count) {}

    /** @param clicked what the form began with; nothing matches everything */
    static SilencePreview of(Board board, Matchers matchers, Matchers clicked, String past) {
        List<Alert> matching = board.alerts().stream()
                .filter(alert -> matchers.match(alert.labels()))
                .toList();
        long muted = matching.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .count();
        List<Name> names = names(matching);
        boolean all = !matching.isEmpty() && matching.size() == board.alerts().size() && matching.size() > 1;
        boolean watchdog =
                matchers.match(Map.of("alertname", board.deadMansSwitch().alert()))
                        && !board.deadMansSwitch().alert().isEmpty();
        return new SilencePreview(
                muted,
                matching.size() - muted,
                names.stream().limit(NAMES).toList(),
                Math.max(0, names.size() - NAMES),
                muted == 0 ? Status.UNKNOWN : Status.WARNING,
                past,
                warning(all, watchdog, board, beyond(matching, clicked)));
    }

    private static long beyond(List<Alert> matching, Matchers clicked) {
        return matching.stream().filter(alert -> !clicked.match(alert.labels())).count();
    }

    private static String warning(boolean all, boolean watchdog, Board board, long beyond) {
        if (watchdog) {
            return "It would mute the dead man’s switch "
                    + board.deadMansSwitch().alert() + " too.";
        }
        if (all) {
            return "It would mute every alert that there is now.";
        }
        return beyond == 0
                ? ""
                : "It is wider than what you came from: "
                        + Text.count(beyond, "alert more matches.", "alerts more match.");
    }

    private static List<Name> names(List<Alert> alerts) {
        Map<String, Long> counts = new TreeMap<>();
        alerts.forEach(alert -> counts.merge(alert.name(), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Counts.mostFirst())
                .map(name -> new Name(Text.label(name.getKey()), name.getValue()))
                .toList();
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.maintenance.Decided;
import dev.binnacle.portal.alert.maintenance.MaintenanceWindow;
import dev.binnacle.portal.alert.maintenance.Occurrence;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A maintenance window in the list of them.
 *
 * @param when its cron expression, length and zone
 * @param occurrences the next ones, and those that were skipped or ended among them
 */
record MaintenanceRow(
        long id, String matchers, String comment, String account, String when, List<OccurrenceRow> occurrences) {

    private static final int AHEAD = 3;

    static MaintenanceRow of(MaintenanceWindow window, List<Decided> decided, int clusters, Instant now, Times times) {
        Map<Occurrence, Decided> known = decided.stream()
                .filter(each -> each.window() == window.id())
                .collect(Collectors.toMap(Decided::occurrence, Function.identity()));
        List<OccurrenceRow> rows = Stream.concat(
                        known.keySet().stream(), window.recurrence().occurrences(now, AHEAD).stream())
                .distinct()
                .sorted(Comparator.comparing(Occurrence::startsAt))
                .map(each -> OccurrenceRow.of(
                        each, known.get(each), window.recurrence().zone(), clusters, now))
                .toList();
        return new MaintenanceRow(
                window.id(),
                Text.line(window.matchers().toString()),
                Text.line(window.comment()),
                Text.label(window.account()),
                window.recurrence().cron() + " in " + window.recurrence().zone().getId() + ", for "
                        + times.length(window.recurrence().length()),
                rows);
    }

    static Verdict verdict(List<MaintenanceRow> windows) {
        if (windows.isEmpty()) {
            return new Verdict(Status.OK, "No maintenance is planned.");
        }
        long muting = windows.stream()
                .flatMap(window -> window.occurrences().stream())
                .filter(OccurrenceRow::mutes)
                .count();
        return muting == 0
                ? new Verdict(Status.OK, "No maintenance mutes anything now.", planned(windows))
                : new Verdict(
                        Status.SILENCED,
                        Text.count(muting, "maintenance window mutes", "maintenance windows mute") + " now.",
                        planned(windows));
    }

    private static String planned(List<MaintenanceRow> windows) {
        return Text.count(windows.size(), "window is", "windows are") + " planned.";
    }
}

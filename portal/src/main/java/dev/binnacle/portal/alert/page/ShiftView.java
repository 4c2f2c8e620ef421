package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.alert.acknowledge.Acknowledgement;
import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.web.ReadableText;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What whoever comes next has to know.
 *
 * @param mine alerts that the reader looks after, to be handed over
 * @param others that fire and somebody else looks after
 * @param unattended that fire and nobody looks after
 * @param fired what began in the shift, by name, the noisiest first
 */
record ShiftView(
        Verdict verdict, List<Held> mine, List<Held> others, List<Held> unattended, List<Figures> fired, long names) {

    private static final int MOST_NAMES = 15;

    /**
     * An alert and who looks after it.
     *
     * @param who empty where nobody does
     * @param note of whoever does
     */
    record Held(String fingerprint, Status status, String says, Instant since, String who, String note, String story) {}

    /**
     * @param holding acknowledgements that hold, by the fingerprint of their alert
     * @param figures of the shift: of all together first, then by name
     */
    static ShiftView of(
            View view,
            List<Alert> alerts,
            Map<String, Acknowledgement> holding,
            String account,
            List<Figures> figures) {
        List<Held> held = alerts.stream()
                .filter(alert -> alert.state() != AlertState.PENDING)
                .sorted(Sort.WORST.order())
                .filter(alert -> alert.state() == AlertState.FIRING || holding.containsKey(alert.fingerprint()))
                .map(alert -> held(view, alert, holding.get(alert.fingerprint())))
                .toList();
        List<Held> mine =
                held.stream().filter(each -> each.who().equals(account)).toList();
        List<Held> unattended =
                held.stream().filter(each -> each.who().isEmpty()).toList();
        return new ShiftView(
                verdict(mine.size(), unattended.size(), figures.getFirst().fired()),
                mine,
                held.stream()
                        .filter(each -> !each.who().isEmpty() && !each.who().equals(account))
                        .toList(),
                unattended,
                figures.stream().skip(1).limit(MOST_NAMES).toList(),
                figures.size() - 1L);
    }

    private static Held held(View view, Alert alert, @Nullable Acknowledgement known) {
        return new Held(
                alert.fingerprint(),
                alert.state().loud() ? alert.severity().status() : Status.SILENCED,
                Rows.says(alert),
                alert.startsAt(),
                known == null ? "" : ReadableText.of(known.assignee()),
                known == null ? "" : Text.line(known.note()),
                view.story(alert));
    }

    private static Verdict verdict(int mine, int unattended, long fired) {
        String says =
                mine == 0 ? "You look after no alert." : "You look after " + Text.count(mine, "alert", "alerts") + ".";
        return new Verdict(
                unattended > 0 ? Status.WARNING : Status.OK,
                says,
                (unattended == 0
                                ? "None that fires is nobody's. "
                                : Text.count(unattended, "fires and is nobody's. ", "fire and are nobody's. "))
                        + Text.count(fired, "alert", "alerts") + " began in this shift.");
    }
}

package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A silence in the list of them.
 *
 * @param mutes how many alerts it mutes now
 * @param address the alerts that it is about
 * @param change the form that changes it
 * @param expiry asks whether it is really meant to end
 */
record SilenceRow(
        String id,
        String matchers,
        String createdBy,
        String comment,
        Instant startsAt,
        Instant endsAt,
        boolean pending,
        long mutes,
        String address,
        String change,
        String expiry) {

    static List<SilenceRow> of(Board board, String environment) {
        return board.silences().stream()
                .map(silence -> of(board, silence, environment))
                .toList();
    }

    static SilenceRow of(Board board, Silence silence, String environment) {
        View alerts = View.of(environment, silence.matchers());
        return new SilenceRow(
                silence.id(),
                Text.line(silence.matchers().toString()),
                Text.label(silence.createdBy()),
                Text.line(silence.comment()),
                silence.startsAt(),
                silence.endsAt(),
                silence.pending(),
                board.alerts().stream()
                        .filter(alert -> alert.silencedBy().contains(silence.id()))
                        .count(),
                alerts.opened(null),
                alerts.root() + "/silences/new?replaces=" + silence.id(),
                alerts.root() + "/silences?chosen=" + silence.id());
    }

    boolean contains(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(matchers, comment, createdBy)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** @return what ending it does */
    String ending() {
        return mutes == 0
                ? "This silence mutes no alert now; ending it makes nothing loud."
                : Text.count(mutes, "alert becomes", "alerts become") + " loud again, and whoever is told of "
                        + (mutes == 1 ? "it" : "them") + " is told again.";
    }
}

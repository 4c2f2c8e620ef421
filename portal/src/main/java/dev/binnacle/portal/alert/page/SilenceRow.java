package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A silence in the list of them.
 *
 * @param mutes how many alerts it mutes now
 * @param address the alerts that it is about
 * @param endsSoon whether it mutes something and ends within a quarter of an hour
 * @param again the form that makes another one like it
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
        boolean endsSoon,
        String again,
        String change,
        String expiry) {

    private static final Duration SOON = Duration.ofMinutes(15);

    static List<SilenceRow> of(Board board, String environment, Instant now) {
        return board.silences().stream()
                .map(silence -> of(board, silence, environment, now))
                .toList();
    }

    static SilenceRow of(Board board, Silence silence, String environment, Instant now) {
        long mutes = board.alerts().stream()
                .filter(alert -> alert.silencedBy().contains(silence.id()))
                .count();
        View alerts = View.of(environment, silence.matchers());
        return new SilenceRow(
                silence.id(),
                Text.line(silence.matchers().toString()),
                Text.label(silence.createdBy()),
                Text.line(silence.comment()),
                silence.startsAt(),
                silence.endsAt(),
                silence.pending(),
                mutes,
                alerts.opened(null),
                mutes > 0 && silence.endsAt().isBefore(now.plus(SOON)),
                UriComponentsBuilder.fromPath(alerts.root() + "/silences/new")
                        .queryParam("matchers", "{matchers}")
                        .queryParam("comment", "{comment}")
                        .encode()
                        .buildAndExpand(silence.matchers().toString(), silence.comment())
                        .toUriString(),
                alerts.root() + "/silences/new?replaces=" + silence.id(),
                alerts.root() + "/silences?chosen=" + silence.id());
    }

    boolean contains(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(matchers, comment, createdBy)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** @return that it will be over soon, for the head of the page */
    String warning(Times times) {
        return "A silence that mutes " + Text.count(mutes, "alert", "alerts") + " ends at " + times.at(endsAt)
                + " UTC: " + matchers;
    }

    /** @return what ending it does */
    String ending() {
        return mutes == 0
                ? "This silence mutes no alert now; ending it makes nothing loud."
                : Text.count(mutes, "alert becomes", "alerts become") + " loud again, and whoever is told of "
                        + (mutes == 1 ? "it" : "them") + " is told again.";
    }
}

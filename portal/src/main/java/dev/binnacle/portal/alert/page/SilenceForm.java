package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a silence holds, as it was typed.
 *
 * @param length as ISO 8601 has it, "PT2H"
 * @param until instead of the length, in the zone, as browsers send it: "2026-11-17T06:00"
 * @param zone as the IANA database names it; empty where the form does not say
 * @param clicked the matchers that the form began with, so that wider ones are noticed; empty where it began with none
 * @param replaces the id of the silence that is changed; empty for a new one
 * @param token makes a form that is sent twice one request
 */
record SilenceForm(
        String matchers,
        String length,
        String until,
        String zone,
        String comment,
        String clicked,
        String replaces,
        String token) {

    static final String USUAL_LENGTH = "PT2H";

    SilenceForm(
            @Nullable String matchers,
            @Nullable String length,
            @Nullable String until,
            @Nullable String zone,
            @Nullable String comment,
            @Nullable String clicked,
            @Nullable String replaces,
            @Nullable String token) {
        this.matchers = matchers == null ? "" : matchers;
        this.length = length == null || length.isBlank() ? USUAL_LENGTH : length;
        this.until = until == null ? "" : until;
        this.zone = zone == null ? "" : zone.strip();
        this.comment = comment == null ? "" : comment;
        this.clicked = clicked == null ? this.matchers : clicked;
        this.replaces = replaces == null ? "" : replaces;
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    /** @return what changes a silence, as it stands */
    static SilenceForm changing(Silence silence, ZoneId reader) {
        LocalDateTime until = LocalDateTime.ofInstant(silence.endsAt(), reader).truncatedTo(ChronoUnit.MINUTES);
        // Clocks that are set back show an hour twice; only the offset tells which one is meant.
        ZoneId zone = reader.getRules().getValidOffsets(until).size() == 1
                ? reader
                : reader.getRules().getOffset(silence.endsAt());
        return new SilenceForm(
                silence.matchers().toString(),
                null,
                until.toString(),
                zone.getId(),
                silence.comment(),
                null,
                silence.id(),
                null);
    }

    /** @return the same in the reader's zone where it names none */
    SilenceForm in(ZoneId reader) {
        return zone.isEmpty()
                ? new SilenceForm(matchers, length, until, reader.getId(), comment, clicked, replaces, token)
                : this;
    }

    /** @return the same for what these match */
    SilenceForm about(Matchers what) {
        return new SilenceForm(what.toString(), length, until, zone, comment, null, replaces, token);
    }

    SilenceForm again() {
        return new SilenceForm(matchers, length, until, zone, comment, clicked, replaces, null);
    }
}

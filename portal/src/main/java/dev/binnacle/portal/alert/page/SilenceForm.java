package dev.binnacle.portal.alert.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a silence holds, as it was typed.
 *
 * @param length as ISO 8601 has it, "PT2H"
 * @param until instead of the length, in UTC without saying so, as browsers send it: "2026-11-17T06:00"
 * @param clicked the matchers that the form began with, so that wider ones are noticed; empty where it began with none
 * @param token makes a form that is sent twice one request
 */
record SilenceForm(String matchers, String length, String until, String comment, String clicked, String token) {

    static final String USUAL_LENGTH = "PT2H";

    SilenceForm(
            @Nullable String matchers,
            @Nullable String length,
            @Nullable String until,
            @Nullable String comment,
            @Nullable String clicked,
            @Nullable String token) {
        this.matchers = matchers == null ? "" : matchers;
        this.length = length == null || length.isBlank() ? USUAL_LENGTH : length;
        this.until = until == null ? "" : until;
        this.comment = comment == null ? "" : comment;
        this.clicked = clicked == null ? this.matchers : clicked;
        this.token = token == null || token.isBlank() ? UUID.randomUUID().toString() : token;
    }

    SilenceForm again() {
        return new SilenceForm(matchers, length, until, comment, clicked, null);
    }
}

package dev.binnacle.portal.log;

import dev.binnacle.portal.web.Status;
import org.jspecify.annotations.Nullable;

/**
 * Why no line is shown.
 *
 * @param status of the page that says so
 * @param icon beside the sentence
 * @param because what to do, or what happens by itself
 * @param linkLabel null where no link helps
 * @param asks the address that the page asks by itself; null for its own
 * @param again when the page asks again by itself, as htmx writes it; null where it does not
 */
public record Nothing(
        Status status,
        String icon,
        String says,
        String because,
        @Nullable String linkLabel,
        @Nullable String link,
        @Nullable String asks,
        @Nullable String again) {

    private static final String LATER = "every 10s";

    static Nothing found(String says, String because, @Nullable String linkLabel, @Nullable String link) {
        return new Nothing(Status.UNKNOWN, "search", says, because, linkLabel, link, null, null);
    }

    static Nothing failing(String says) {
        return new Nothing(
                Status.WARNING,
                "warning",
                says,
                "This page asks again every 10 s and fills by itself when it answers.",
                null,
                null,
                null,
                LATER);
    }

    /** @param link asks for what that search found, once more */
    static Nothing slow(String says, String link) {
        return new Nothing(
                Status.WARNING,
                "clock",
                says,
                "It is still asked, for 10 s at most; its lines come here by themselves.",
                "Cancel",
                link + "&cancel=true",
                link,
                "load, " + LATER);
    }

    static Nothing forbidden(String says) {
        return new Nothing(Status.WARNING, "lock", says, "Nothing else in Binnacle needs it.", null, null, null, LATER);
    }

    static Nothing unfit(String says, String because) {
        return new Nothing(Status.UNKNOWN, "logs", says, because, null, null, null, null);
    }
}

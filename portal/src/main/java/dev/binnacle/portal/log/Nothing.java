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
 * @param recovers whether the page asks again by itself
 */
record Nothing(
        Status status,
        String icon,
        String says,
        String because,
        @Nullable String linkLabel,
        @Nullable String link,
        boolean recovers) {

    static Nothing found(String says, String because, @Nullable String linkLabel, @Nullable String link) {
        return new Nothing(Status.UNKNOWN, "search", says, because, linkLabel, link, false);
    }

    static Nothing failing(String says) {
        return new Nothing(
                Status.WARNING,
                "warning",
                says,
                "This page asks again every 10 s and fills by itself when it answers.",
                null,
                null,
                true);
    }

    static Nothing forbidden(String says) {
        return new Nothing(Status.WARNING, "lock", says, "Nothing else in Binnacle needs it.", null, null, true);
    }

    static Nothing unfit(String says, String because) {
        return new Nothing(Status.UNKNOWN, "logs", says, because, null, null, false);
    }
}

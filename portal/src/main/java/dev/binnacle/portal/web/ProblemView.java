package dev.binnacle.portal.web;

import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import org.springframework.http.HttpStatus;

/**
 * How a problem is shown.
 *
 * @param icon of the icons; its colour goes with it
 * @param says what happened
 * @param because what to do now; empty where the first says it
 * @param retry whether trying the same again may help
 */
record ProblemView(HttpStatus answer, String title, String icon, String says, String because, boolean retry) {

    static ProblemView of(Problem problem) {
        String says = problem.sentence();
        return switch (problem) {
            case NotFound missing -> new ProblemView(HttpStatus.NOT_FOUND, "Not found", "unknown", says, "", false);
            case Conflict conflict -> new ProblemView(HttpStatus.CONFLICT, "Not done", "warning", says, "", false);
            case Forbidden forbidden -> new ProblemView(HttpStatus.FORBIDDEN, "Not allowed", "lock", says, "", false);
            case Unavailable down ->
                new ProblemView(
                        HttpStatus.SERVICE_UNAVAILABLE, down.system() + " does not answer", "warning", says, "", true);
        };
    }

    static ProblemView unreadable(String says) {
        return new ProblemView(
                HttpStatus.BAD_REQUEST, "Not understood", "unknown", says, "Nothing was changed.", false);
    }

    static ProblemView ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                new ProblemView(status, "Not found", "unknown", "There is no page at this address.", "", false);
            case METHOD_NOT_ALLOWED ->
                new ProblemView(
                        status,
                        "Not understood",
                        "unknown",
                        "This address does not take that.",
                        "Nothing was changed.",
                        false);
            default ->
                status.is4xxClientError()
                        ? new ProblemView(
                                status,
                                "Not understood",
                                "unknown",
                                "The request cannot be read.",
                                "Nothing was changed.",
                                false)
                        : unexpected("none");
        };
    }

    /** @param reference by which the failure is found in the log */
    static ProblemView unexpected(String reference) {
        return new ProblemView(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong",
                "critical",
                "Binnacle failed to show this, by a fault of its own.",
                "It is in the log under " + reference + ". Tell an administrator if it happens again.",
                true);
    }
}

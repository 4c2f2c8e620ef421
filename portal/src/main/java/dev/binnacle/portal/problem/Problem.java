package dev.binnacle.portal.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a page can show. Its message is one or two sentences for a reader: what was attempted, on what, and
 * what to do. It never holds the message of a foreign exception; that one is the cause, for the log.
 */
public abstract sealed class Problem extends RuntimeException permits NotFound, Conflict, Forbidden, Unavailable {

    Problem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** @return the sentences for the reader */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

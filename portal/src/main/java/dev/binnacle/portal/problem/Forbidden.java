package dev.binnacle.portal.problem;

import org.jspecify.annotations.Nullable;

/** The account, or the credential of an environment, may not do what was attempted; nothing was changed. */
public final class Forbidden extends Problem {

    public Forbidden(String sentence) {
        this(sentence, null);
    }

    /**
     * @param sentence what was refused, by whom, and which right is missing
     * @param cause the refusal as it came, for the log
     */
    public Forbidden(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

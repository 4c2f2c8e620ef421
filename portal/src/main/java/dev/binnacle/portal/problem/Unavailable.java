package dev.binnacle.portal.problem;

import org.jspecify.annotations.Nullable;

/** A system that the portal needs does not answer, answers too slowly, too much, or not what it should. */
public final class Unavailable extends Problem {

    private final String system;

    /**
     * @param system which part of the platform, as a reader knows it: "Elasticsearch of europe"
     * @param sentence what it did instead of answering, and since when where that is known
     * @param cause the failure as it came, for the log
     */
    public Unavailable(String system, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.system = system;
    }

    public String system() {
        return system;
    }
}

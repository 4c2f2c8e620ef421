package dev.binnacle.portal.problem;

/** Somebody else changed the thing first, or something else is in progress on it; nothing was changed. */
public final class Conflict extends Problem {

    /** @param sentence who or what came first, and what to do now */
    public Conflict(String sentence) {
        super(sentence, null);
    }
}

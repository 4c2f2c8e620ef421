package dev.binnacle.portal.problem;

/** What was asked for is not there, or may not be seen by whoever asked. */
public final class NotFound extends Problem {

    /** @param sentence what was looked for and where, for a reader: "No workload echo in namespace shop." */
    public NotFound(String sentence) {
        super(sentence, null);
    }
}

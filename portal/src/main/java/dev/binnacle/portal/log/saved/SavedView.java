package dev.binnacle.portal.log.saved;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved log search.
 *
 * @param owner the account that alone sees it; empty where all of the environment do
 * @param workload the workload whose lines it opens with; empty for none
 * @param parameters as in a link, without the address
 */
public record SavedView(
        UUID id, String owner, String workload, String name, String parameters, String savedBy, Instant savedAt) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** @throws IllegalArgumentException where the name is none */
    public SavedView {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters.");
        }
    }

    public boolean isShared() {
        return owner.isEmpty();
    }
}

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

    /** The longest search, in characters: longer ones make no link that every proxy carries. */
    static final int LONGEST_SEARCH = 6_000;

    /** @throws IllegalArgumentException where the name is none */
    public SavedView {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters.");
        }
    }

    /** @throws IllegalArgumentException where it is not to be kept, though some that are kept may be so */
    public SavedView fit() {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name holds no control characters.");
        }
        if (parameters.length() > LONGEST_SEARCH) {
            throw new IllegalArgumentException("Its link has %,d characters; %,d are kept at most."
                    .formatted(parameters.length(), LONGEST_SEARCH));
        }
        return this;
    }

    public boolean isShared() {
        return owner.isEmpty();
    }
}

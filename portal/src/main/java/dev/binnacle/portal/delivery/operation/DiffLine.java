package dev.binnacle.portal.delivery.operation;

/**
 * A line of the difference between what is and what would be.
 *
 * @param sort which of the two it belongs to, or the place in the object that the next lines are about
 */
public record DiffLine(Sort sort, String text) {
    /** What a line is. */
    public enum Sort {
        PLACE,
        REMOVED,
        ADDED
    }
}

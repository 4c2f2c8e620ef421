package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * What a container wrote around one of its lines.
 *
 * @param lines in the order in which they were written
 * @param failedShards parts of the index that did not answer
 * @param moreBefore whether more was written before these, also where it is too long to be read together with them
 * @param moreAfter the same of what was written after them
 */
public record Neighbours(List<Line> lines, int failedShards, boolean moreBefore, boolean moreAfter) {

    /** No line at all. */
    public static final Neighbours NONE = new Neighbours(List.of(), 0, false, false);

    public Neighbours {
        lines = List.copyOf(lines);
    }
}

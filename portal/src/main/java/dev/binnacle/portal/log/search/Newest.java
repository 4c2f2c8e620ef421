package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * The newest lines of a search.
 *
 * @param lines newest first
 * @param total how many there are altogether, exactly, of those parts of the index that answered
 * @param failedShards parts of the index that did not answer
 */
public record Newest(List<Line> lines, long total, int failedShards) {

    public Newest {
        lines = List.copyOf(lines);
    }
}

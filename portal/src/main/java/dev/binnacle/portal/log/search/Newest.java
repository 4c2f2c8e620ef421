package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * The newest lines of a search.
 *
 * @param lines newest first
 * @param total how many there are altogether, exactly
 */
public record Newest(List<Line> lines, long total) {

    public Newest {
        lines = List.copyOf(lines);
    }
}

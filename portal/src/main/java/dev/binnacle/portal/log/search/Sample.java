package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * Many lines at once.
 *
 * @param lines the first ones of a search, 10,000 at most; fewer where they are long
 * @param field the one that holds their text
 * @param isCut whether there may be more lines
 * @param failedShards parts of the index that did not answer, whose lines are not among them
 */
public record Sample(List<Line> lines, String field, boolean isCut, int failedShards) {

    static final int LINES = 10_000;

    private static final int FEWER = 10;

    public Sample {
        lines = List.copyOf(lines);
    }

    /** @throws AnswerTooLarge where a tenth of the lines would be none */
    static int fewer(int size, AnswerTooLarge tooLarge) throws AnswerTooLarge {
        if (size < FEWER) {
            throw tooLarge;
        }
        return size / FEWER;
    }
}

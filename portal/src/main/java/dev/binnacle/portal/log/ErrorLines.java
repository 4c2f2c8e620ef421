package dev.binnacle.portal.log;

/**
 * How many lines were written, and how many of them report an error.
 *
 * @param errors those whose level, or whose text where there is none, says error, exception, fatal or panic
 */
public record ErrorLines(long lines, long errors) {

    /** @return the part that are errors, from 0 to 1; 0 where there is no line */
    public double share() {
        return lines == 0 ? 0 : (double) errors / (double) lines;
    }
}

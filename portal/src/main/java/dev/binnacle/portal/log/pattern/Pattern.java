package dev.binnacle.portal.log.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * What many lines have in common.
 *
 * @param words of the lines in their order; {@link #ANY} stands for one that differs, or within a word for its part
 * @param lines how many lines look so
 * @param errors how many of those report an error
 * @param example the first of them
 * @param indexed that line as it was indexed, in which a message may be written otherwise, as within JSON
 */
public record Pattern(List<String> words, long lines, long errors, String example, String indexed) {

    /** What differs from line to line. */
    public static final String ANY = "*";

    /** How much of an indexed line is looked through for phrases, in characters. */
    private static final int LOOKED_AT = 10_000;

    private static final java.util.regex.Pattern BETWEEN_WORDS =
            java.util.regex.Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    public Pattern {
        words = List.copyOf(words);
    }

    public String text() {
        return String.join(" ", words);
    }

    /**
     * @return the words that follow one another unchanged in each line as it was indexed, as phrases; the longest first,
     *     at most four
     */
    public List<String> phrases() {
        String text = words(indexed.substring(0, Math.min(indexed.length(), LOOKED_AT)));
        List<String> phrases = new ArrayList<>();
        String run = "";
        for (String word : words) {
            String longer = run.isEmpty() ? word : run + " " + word;
            if (!word.contains(ANY) && text.contains(words(longer))) {
                run = longer;
            } else {
                phrases.add(run);
                run = !word.contains(ANY) && text.contains(words(word)) ? word : "";
            }
        }
        phrases.add(run);
        return phrases.stream()
                .filter(phrase -> phrase.chars().anyMatch(Character::isLetterOrDigit))
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .limit(4)
                .toList();
    }

    /** @return its words alone, with a space before and after each */
    private static String words(String text) {
        return BETWEEN_WORDS.matcher(" " + text + " ").replaceAll(" ");
    }
}
